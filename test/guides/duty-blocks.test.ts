import { beforeAll, describe, expect, test } from 'vitest';
import { guideContent } from '../../src/conversation/guide-content.ts';
import { type Core, createCore } from '../../src/core.ts';
import { dutyBlocks, linesOf } from '../../src/guides/duty-blocks.ts';
import type { GuideContent } from '../../src/guides/parts.ts';
import type { GuideSection } from '../../src/knowledge/schema/guide.ts';
import { reply } from '../../src/messages/build.ts';
import { plainText } from '../../src/messages/plain.ts';
import { createSpeaker, type Speaker } from '../../src/messages/speaker.ts';

type DutiesSection = Extract<GuideSection, { kind: 'duties' }>;

/** A Saturday; the Monday after it is 23 November. */
const day = '2026-11-21';
let core: Core;
let content: GuideContent;
let speaker: Speaker;

beforeAll(() => {
  core = createCore({ clock: { now: () => new Date(`${day}T09:00:00Z`) } });
  content = guideContent(core.knowledge);
  speaker = createSpeaker(core.speaking, 'ru', day);
});

function section(part: Partial<DutiesSection>): DutiesSection {
  return { kind: 'duties', who: 'host', events: { entry: 'entered' }, without: [], ...part };
}

function said(part: Partial<DutiesSection>, answers: Record<string, string>): string {
  const blocks = dutyBlocks(section(part), answers, content, speaker, day);
  return plainText(reply('ru', blocks));
}

function ids(part: Partial<DutiesSection>, answers: Record<string, string>): string[] {
  return linesOf(section(part), answers, content, day).map(({ duty }) => duty.id);
}

describe('a duty with a day', () => {
  test('gives the earliest day, the days left, the other reading and the clause', () => {
    const text = said({}, { entered: '2026-11-20' });
    expect(text).toContain('Последний день: 24 ноября 2026 года. Осталось 3 дня.');
    expect(text).toContain('последний день: 25 ноября 2026 года. Считайте от более раннего.');
    expect(text).toContain('пункт 9');
  });

  test('gives the fine in tenge with its formula', () => {
    expect(said({}, { entered: '2026-11-20' })).toMatch(
      /30\s*МРП = 129\s*750\s*тенге \(МРП 2026 года — 4\s*325\s*тенге\)/u,
    );
  });

  test('says that the last day is today', () => {
    expect(said({ who: 'tenant', events: { move: 'moved' } }, { moved: '2026-11-12' })).toContain(
      'Последний день — сегодня, 21 ноября 2026 года.',
    );
  });

  test('says how long it has passed', () => {
    expect(said({ who: 'tenant', events: { move: 'moved' } }, { moved: '2026-11-10' })).toContain(
      'Последний день прошёл: 19 ноября 2026 года, 2 дня назад.',
    );
  });

  test('names the working day before when offices are closed on the last one', () => {
    expect(said({ who: 'owner', events: { move: 'moved' } }, { moved: '2026-11-20' })).toContain(
      'Последний рабочий день перед ним: 27 ноября 2026 года.',
    );
  });

  test('says that a day without a published calendar is computed', () => {
    expect(said({}, { entered: '2026-12-31' })).toContain('Официального календаря на эти дни у нас нет');
  });

  test('puts the soonest first', () => {
    const answers = { entered: '2026-11-20', citizenship: 'CN' };
    const lines = linesOf(section({ who: 'guest', citizenship: 'citizenship' }), answers, content, day);
    const days = lines.map(({ lastDay }) => lastDay);
    expect(lines.map(({ duty }) => duty.id)).toContain('stay.china');
    expect(days).toEqual([...days].sort());
  });
});

describe('a duty without a day', () => {
  test('gives the term and what it runs from', () => {
    const text = said({}, { entered: 'unknown' });
    expect(text).toContain(
      'Срок: 3 рабочих дня. С какого дня считают: день приезда к принимающему, день въезда',
    );
    expect(text).not.toContain('Последний день');
  });

  test('is left out when its day was not asked for', () => {
    expect(said({ events: { move: 'moved' } }, {})).toBe('');
  });
});

describe('whose stay it is', () => {
  const guest = { who: 'guest', citizenship: 'citizenship' } as const;

  test('a country without rules of its own has the general term', () => {
    expect(ids(guest, { entered: '2026-11-20', citizenship: 'other' })).toContain('stay.general');
  });

  test('a visa that ends leaves out the days without a visa', () => {
    const events = { entry: 'entered', expiry: 'until' };
    const answers = { entered: '2026-11-20', citizenship: 'CN', until: '2027-01-20' };
    expect(ids({ ...guest, events }, answers)).not.toContain('stay.china');
    expect(ids({ ...guest, events }, answers)).toContain('stay.go_before_it_ends');
  });

  test('a visa whose end is not known leaves them out too', () => {
    const events = { entry: 'entered', expiry: 'until' };
    const answers = { entered: '2026-11-20', citizenship: 'CN', until: 'unknown' };
    expect(ids({ ...guest, events }, answers)).not.toContain('stay.china');
    expect(said({ ...guest, events }, answers)).toContain(
      'Не позже чем за 7 дней до этого дня: конец разрешённого срока пребывания.',
    );
  });

  test('a duty said elsewhere is not said again', () => {
    expect(
      ids({ ...guest, without: ['foreigner.check_notice'] }, { entered: '2026-11-20', citizenship: 'CN' }),
    ).not.toContain('foreigner.check_notice');
  });
});
