import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/messages/plain.ts';
import { createSpeaker } from '../../src/messages/speaker.ts';
import { chartOption, chartSize } from '../../src/statistics/chart.ts';
import type { Figures } from '../../src/statistics/collect.ts';
import { guideFigures } from '../../src/statistics/guides.ts';
import { spanOf } from '../../src/statistics/period.ts';
import { drawPng } from '../../src/statistics/picture.ts';
import { figuresReply } from '../../src/statistics/words.ts';
import { core, statistics as policy } from '../desk/office.ts';

const now = new Date('2026-07-15T09:30:00Z');
const span = spanOf('week', now);
const figures: Figures = {
  period: 'week',
  span,
  questions: 140,
  kinds: [
    { name: 'answer', count: 120 },
    { name: 'no_answer', count: 17 },
    { name: 'refused', count: 3 },
  ],
  locales: [
    { name: 'kk', count: 100 },
    { name: 'ru', count: 37 },
    { name: 'kk-Arab', count: 3 },
  ],
  answered: { part: 120, of: 137 },
  helpful: { part: 3, of: 4 },
  topics: [
    { name: 'kandas', count: 90 },
    { name: 'fines', count: 4 },
  ],
  timeline: span.pieces.map((_, index) => ({ answered: 15 + index, other: index })),
  guides: [],
  people: { reachable: 700, arrived: 2, blocked: 0 },
  desk: { opened: 4, answered: 3, closed: 3, medianMinutes: 12 },
};
const speaker = (locale: 'kk' | 'ru') => createSpeaker(core.speaking, locale, '2026-07-15');

describe('the figures', () => {
  it('hide what is too small to tell of nobody in particular', () => {
    const { t } = speaker('ru');
    const text = plainText(figuresReply(figures, core.knowledge, policy, speaker('ru')));
    expect(text).toContain(t('stats.questions', { number: '140' }));
    expect(text).toContain(t('stats.answered', { percent: 88 }));
    expect(text).toContain(t('stats.arrived', { number: t('stats.fewer', { small: 5 }) }));
    expect(text).not.toContain(t('stats.helpful', { percent: 75 }));
    for (const hidden of ['stats.kind.refused', 'stats.locale.kk-Arab'])
      expect(text).not.toContain(t(hidden));
    expect(text).not.toMatch(/: [1-4](\n|$)/u);
  });

  it('are not drawn when they are too small either', () => {
    const option = JSON.stringify(chartOption(figures, core.knowledge, policy, speaker('kk')));
    expect(option).toContain(speaker('kk').t('stats.locale.ru'));
    expect(option).not.toContain(speaker('kk').t('stats.locale.kk-Arab'));
    const [, other] = (chartOption(figures, core.knowledge, policy, speaker('kk')).series ?? []) as {
      data: number[];
    }[];
    expect(other?.data).toEqual([0, 0, 0, 0, 0, 5, 6]);
  });

  it.each(['kk', 'ru'] as const)('are a PNG of the right size in %s', async (locale) => {
    const size = chartSize(figures, core.knowledge, policy);
    const png = await drawPng(chartOption(figures, core.knowledge, policy, speaker(locale)), size);
    const view = Buffer.from(png);
    expect(view.subarray(1, 4).toString()).toBe('PNG');
    expect([view.readUInt32BE(16), view.readUInt32BE(20)]).toEqual([size.width, size.height]);
    expect(png.length).toBeGreaterThan(20_000);
  });
});

describe('the way through a guide', () => {
  it('is drawn below, step by step, when people went through one', async () => {
    const guide = core.knowledge.guides.get('kandas')!;
    const [first] = guide.steps;
    const walked: Figures = {
      ...figures,
      guides: [
        { guide: guide.id, step: first!.id, event: 'reached', count: 40 },
        { guide: guide.id, step: 'end', event: 'finished', count: 12 },
      ],
    };
    const size = chartSize(walked, core.knowledge, policy);
    expect(size.height).toBeGreaterThan(chartSize(figures, core.knowledge, policy).height);
    const option = chartOption(walked, core.knowledge, policy, speaker('kk'));
    expect(JSON.stringify(option)).toContain(first!.name.kk);
    expect((await drawPng(option, size)).length).toBeGreaterThan(20_000);
  });
});

describe('a period', () => {
  it('of a week begins with the day in Almaty six days ago', () => {
    expect(span.days).toEqual(['2026-07-09', '2026-07-15']);
    expect(span.since.toISOString()).toBe('2026-07-08T19:00:00.000Z');
    expect(span.pieces).toHaveLength(7);
  });

  it('of a day is twenty-four hours, this one included', () => {
    const hours = spanOf('day', now);
    expect(hours.pieces).toHaveLength(24);
    expect(hours.pieces.at(-1)?.toISOString()).toBe('2026-07-15T09:00:00.000Z');
  });

  it('just after midnight in Almaty belongs to the new day', () => {
    expect(spanOf('month', new Date('2026-06-30T19:00:01Z')).days).toEqual(['2026-06-02', '2026-07-01']);
  });
});

describe('guides', () => {
  it('are shown with the questions at which people stop', () => {
    const guide = core.knowledge.guides.values().next().value!;
    const [first, second] = guide.steps;
    const count = (step: string, event: 'reached' | 'answered' | 'finished', number: number) => ({
      guide: guide.id,
      step,
      event,
      count: number,
    });
    const counts = [
      count(first!.id, 'reached', 40),
      count(first!.id, 'answered', 30),
      count(second!.id, 'reached', 30),
      count(second!.id, 'answered', 28),
      count('end', 'finished', 20),
    ];
    expect(guideFigures(counts, core.knowledge.guides, policy)).toEqual([
      {
        guide: guide.id,
        begun: 40,
        finished: 20,
        stops: [{ step: first!.id, seen: 40, stopped: 10 }],
      },
    ]);
  });

  it('that hardly anybody began are left out', () => {
    const guide = core.knowledge.guides.values().next().value!;
    const counts = [{ guide: guide.id, step: guide.steps[0]!.id, event: 'reached' as const, count: 4 }];
    expect(guideFigures(counts, core.knowledge.guides, policy)).toEqual([]);
  });
});
