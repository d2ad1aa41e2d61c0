import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Core, createCore } from '../../src/core.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { type ManualClock, manualClock } from '../support/clock.ts';
import { quiet } from '../support/quiet.ts';
import { labels, said, type Talker, talkers } from '../support/talk.ts';

const about = 'host.notice_person';
const day = '2026-12-01';
let core: Core;
let clock: ManualClock;
let store: Store;
let somebody: (options?: Parameters<ReturnType<typeof talkers>>[0]) => Talker;

beforeAll(() => {
  core = createCore();
});
beforeEach(async () => {
  await store?.close();
  clock = manualClock('2026-11-21T09:00:00Z');
  store = await openStore('sqlite::memory:', { clock, logger: quiet });
  somebody = talkers({ core: () => core, store, clock });
});
afterAll(() => store.close());

const kept = async (person: Talker) => {
  const known = await store.people.find(person.who.channel, person.who.id);
  return await store.reminders.list(known?.id ?? '');
};

describe('a reminder', () => {
  it('is offered where a guide names a last day', async () => {
    const person = somebody();
    await person.press({ do: 'guide', id: 'registration' });
    let turn = await person.press({ do: 'guide_step', guide: 'registration', step: 'who', choice: 'host' });
    for (let steps = 0; steps < 8 && !labels(turn).includes('Другие темы'); steps += 1) {
      const [first = ''] = labels(turn);
      turn = await person.presses(turn, labels(turn).includes('Сегодня') ? 'Сегодня' : first);
    }
    const label = labels(turn).find((one) => one.startsWith('⏰')) ?? '';
    expect(said(await person.presses(turn, label))).toContain('Последний день');
  });

  it('is offered three days before, on the morning, or both', async () => {
    const person = somebody();
    const turn = await person.press({ do: 'remind', about, day });
    expect(said(turn)).toContain('Последний день: 1 декабря 2026 года. Осталось 10 дней.');
    expect(said(turn)).toContain('09:00');
    expect(labels(turn).slice(0, 3)).toEqual([
      '⏰ За 3 дня и утром в последний день',
      'Заранее: 28 ноября 2026 года',
      'Утром в последний день: 1 декабря 2026 года',
    ]);
  });

  it('is set as chosen and keeps ids and days only', async () => {
    const person = somebody();
    const offer = await person.press({ do: 'remind', about, day });
    expect(said(await person.presses(offer, '⏰ За 3 дня'))).toContain('28 ноября 2026 года, 09:00');
    expect(await kept(person)).toMatchObject([
      { about, lastDay: day, time: 'before', day: '2026-11-28', dueAt: new Date('2026-11-28T04:00:00Z') },
      { about, lastDay: day, time: 'day', day: '2026-12-01', dueAt: new Date('2026-12-01T04:00:00Z') },
    ]);
  });

  it('pressed twice is set once', async () => {
    const person = somebody();
    const offer = await person.press({ do: 'remind', about, day });
    await person.presses(offer, 'Заранее');
    await person.presses(offer, 'Заранее');
    expect(await kept(person)).toHaveLength(1);
  });

  it('is listed by /reminders and cancelled there', async () => {
    const person = somebody();
    expect(said(await person.command('reminders'))).toContain('Напоминаний нет');
    await person.press({ do: 'remind_set', about, day, when: 'both' });
    const list = await person.command('reminders');
    expect(said(list)).toContain('28 ноября 2026 года, 09:00');
    const after = await person.presses(list, '✕ 1.');
    expect(after).toMatchObject({ replace: true, notice: 'Напоминание удалено.' });
    expect(await kept(person)).toMatchObject([{ time: 'day' }]);
  });

  it('is found again under /guide', async () => {
    const person = somebody();
    await person.press({ do: 'remind_set', about, day, when: 'day' });
    const list = await person.presses(await person.command('guide'), '⏰ Мои напоминания');
    expect(said(list)).toContain('1 декабря 2026 года, 09:00');
  });

  it('that may have been sent is listed as such', async () => {
    const person = somebody();
    await person.press({ do: 'remind_set', about, day, when: 'day' });
    clock.advance(11 * 24 * 3_600_000);
    const [claim] = await store.reminders.claim({ channels: ['telegram'], limit: 1, leaseMs: 1000 });
    if (claim) await store.reminders.settle(claim, 'unclear');
    expect(said(await person.command('reminders'))).toContain('Возможно, уже отправлено');
  });

  it('can no longer be set for a day that has passed', async () => {
    const person = somebody();
    expect(
      (await person.press({ do: 'remind_set', about, day: '2026-11-20', when: 'both' })).notice,
    ).toContain('прошло');
    expect(labels(await person.press({ do: 'remind', about, day: '2026-11-20' }))).toEqual([
      '📅 В календарь',
    ]);
  });

  it('of something that is no duty and no answer is an old button', async () => {
    expect((await somebody().press({ do: 'remind', about: 'moon.landing', day })).notice).toContain(
      'устарела',
    );
  });

  it('has a limit', async () => {
    const person = somebody();
    for (let number = 0; number < 30; number += 1) {
      const lastDay = `2027-01-${String(number + 1).padStart(2, '0')}`;
      await person.press({ do: 'remind_set', about, day: lastDay, when: 'day' });
      clock.advance(3000);
    }
    expect((await person.press({ do: 'remind_set', about, day, when: 'day' })).notice).toContain('30');
  });

  it('comes again tomorrow when asked, but not after the last day', async () => {
    const person = somebody();
    clock.advance(7 * 24 * 3_600_000);
    await person.press({ do: 'remind_snooze', about, day });
    expect(await kept(person)).toMatchObject([{ time: 'snooze', day: '2026-11-29' }]);
    clock.advance(3 * 24 * 3_600_000);
    expect((await person.press({ do: 'remind_snooze', about, day })).notice).toContain('прошло');
  });

  it('that is done takes the others about the same day with it', async () => {
    const person = somebody();
    await person.press({ do: 'remind_set', about, day, when: 'both' });
    expect(said(await person.press({ do: 'remind_done', about, day }))).toContain('не будет');
    expect(await kept(person)).toEqual([]);
  });

  it('goes with everything else about the person', async () => {
    const person = somebody();
    await person.press({ do: 'remind_set', about, day, when: 'both' });
    const known = await store.people.find('telegram', person.who.id);
    const exported = (await store.exportEverything(known?.id ?? '')) ?? {};
    expect(exported.reminders).toHaveLength(2);
    await person.press({ do: 'forget', sure: true });
    expect(await store.reminders.list(known?.id ?? '')).toEqual([]);
  });

  it('is told of in the privacy text', async () => {
    expect(said(await somebody().command('privacy'))).toContain('напоминания');
  });
});

describe('the time zone', () => {
  it('is chosen from a list with the clocks of now, and moves what was set', async () => {
    const person = somebody();
    await person.press({ do: 'remind_set', about, day, when: 'both' });
    const zones = await person.press({ do: 'time_zones' });
    expect(labels(zones)).toContain('✓ Казахстан — 14:00');
    expect(said(await person.presses(zones, 'Турция'))).toContain('Турция');
    expect((await kept(person)).map(({ dueAt }) => dueAt.toISOString())).toEqual([
      '2026-11-28T06:00:00.000Z',
      '2026-12-01T06:00:00.000Z',
    ]);
  });

  it('that nobody offers is refused', async () => {
    expect((await somebody().press({ do: 'time_zone', zone: 'mars' })).notice).toContain('устарела');
  });
});

describe('a calendar file', () => {
  it('comes with the turn, in the reader’s language', async () => {
    for (const locale of ['ru', 'kk', 'kk-Arab', 'kk-Latn'] as const) {
      const turn = await somebody({ locale }).press({ do: 'calendar', about, day });
      expect(turn.files?.map(({ name }) => name)).toEqual(['bagdar-2026-12-01.ics']);
      expect(turn.locale).toBe(locale);
    }
  });
});
