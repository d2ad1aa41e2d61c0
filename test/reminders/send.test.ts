import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Core, createCore } from '../../src/core.ts';
import type { DeliveryOutcome } from '../../src/delivery/courier.ts';
import { reminderSender } from '../../src/reminders/send.ts';
import { subjectOf } from '../../src/reminders/subject.ts';
import { openStore } from '../../src/store/open.ts';
import type { NewReminder } from '../../src/store/ports/reminders.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { type ManualClock, manualClock } from '../support/clock.ts';
import { keepingLog } from '../support/quiet.ts';
import { keepingCourier, policy } from './given.ts';

const about = 'host.notice_person';
const never = new AbortController().signal;
let original: Core;
let core: Core;
let clock: ManualClock;
let store: Store;
let log: ReturnType<typeof keepingLog>;

beforeAll(() => {
  original = createCore();
});
beforeEach(async () => {
  core = original;
  clock = manualClock('2026-11-28T03:59:00Z');
  log = keepingLog();
  store = await openStore('sqlite::memory:', { clock, logger: log });
});
afterEach(() => store.close());

const rule = () => subjectOf(original.knowledge, about, '2026-11-28')?.rule ?? '';

/** A person with a reminder due at nine in Almaty. */
async function reminded(
  external = '1',
  changes: Partial<NewReminder> = {},
  channel: 'telegram' | 'web' = 'telegram',
) {
  const { id } = await store.people.arrive(channel, external);
  await store.people.prefer(id, { locale: 'ru' }, 'choice');
  const reminder = { about, lastDay: '2026-12-01', time: 'before', day: '2026-11-28', rule: rule() } as const;
  const dueAt = new Date('2026-11-28T04:00:00Z');
  await store.reminders.set(id, { ...reminder, dueAt, ...changes }, 9);
  return id;
}

function sender(outcomes: DeliveryOutcome[] = []) {
  const courier = keepingCourier(outcomes);
  const send = reminderSender({ core: () => core, store, courier, clock, policy, logger: log });
  return { send: () => send(never), given: courier.given };
}

const minute = 60_000;

describe('a reminder', () => {
  it('waits for its time, comes once and is gone', async () => {
    const id = await reminded();
    const { send, given } = sender();
    await send();
    expect(given).toEqual([]);
    clock.advance(minute);
    expect(await send()).toMatchObject({ sent: 1 });
    await send();
    expect(given.map(({ to }) => to)).toEqual(['1']);
    expect(await store.reminders.list(id)).toEqual([]);
  });

  it('says what by which day, what to do, on what it rests', async () => {
    await reminded();
    const { send, given } = sender();
    clock.advance(minute);
    await send();
    const text = given[0]?.text ?? '';
    const duty = original.knowledge.duties.get(about);
    expect(text).toContain(duty?.title.ru);
    expect(text).toContain('Последний день: 1 декабря 2026 года. Осталось 3 дня.');
    expect(text).toContain('Что делать:');
    expect(text).toContain('Источник');
    expect(text).not.toContain('правило в наших материалах изменилось');
    const actions = given[0]?.reply.buttons
      .flat()
      .map((button) => ('action' in button ? button.action.do : ''));
    expect(actions).toEqual(['remind_done', 'remind_snooze', 'entry', expect.stringMatching(/^guides?$/)]);
  });

  it('speaks the language the person has at that time', async () => {
    const id = await reminded();
    await store.people.prefer(id, { locale: 'kk-Arab' }, 'choice');
    const { send, given } = sender();
    clock.advance(minute);
    await send();
    expect(given[0]?.reply).toMatchObject({ locale: 'kk-Arab', dir: 'rtl' });
  });

  it('does not offer tomorrow on the last day', async () => {
    await reminded('1', { time: 'day', day: '2026-12-01', dueAt: new Date('2026-12-01T04:00:00Z') });
    const { send, given } = sender();
    clock.advance(3 * 24 * 60 * minute + minute);
    await send();
    expect(given[0]?.text).toContain('Последний день — сегодня');
    expect(given[0]?.reply.buttons.flat().map(({ label }) => label)).not.toContain('Напомнить завтра');
  });

  it('whose rule has changed since says so', async () => {
    await reminded('1', { rule: 'another' });
    const { send, given } = sender();
    clock.advance(minute);
    await send();
    expect(given[0]?.text).toContain('правило в наших материалах изменилось');
    expect(given[0]?.text).toContain('Что делать:');
  });

  it('whose duty is gone from the content still tells the day', async () => {
    await reminded('1', { about: 'gone.duty' });
    const { send, given } = sender();
    clock.advance(minute);
    expect(await send()).toMatchObject({ sent: 1 });
    expect(given[0]?.text).toContain('Последний день: 1 декабря 2026 года');
    expect(given[0]?.text).toContain('правило в наших материалах изменилось');
  });

  it('that cannot be put into words still tells the day', async () => {
    await reminded();
    const duty = original.knowledge.duties.get(about);
    const duties = new Map(original.knowledge.duties).set(about, { ...duty, title: undefined } as never);
    core = { ...original, knowledge: { ...original.knowledge, duties } };
    const { send, given } = sender();
    clock.advance(minute);
    expect(await send()).toMatchObject({ sent: 1 });
    expect(given[0]?.text).toContain('1 декабря 2026 года');
    expect(log.lines.map(({ message }) => message)).toContain('a reminder could not be composed in full');
  });
});

describe('what fell due while nothing ran', () => {
  it('is sent once, the earliest first', async () => {
    await reminded('1', { dueAt: new Date('2026-11-28T05:00:00Z') });
    await reminded('2');
    clock.advance(6 * 60 * minute);
    const { send, given } = sender();
    expect(await send()).toMatchObject({ sent: 2 });
    expect(given.map(({ to }) => to)).toEqual(['2', '1']);
    await sender().send();
    expect(given).toHaveLength(2);
  });

  it('says that the day has passed when it has', async () => {
    await reminded();
    clock.advance(10 * 24 * 60 * minute);
    const { send, given } = sender();
    await send();
    expect(given[0]?.text).toContain('Последний день прошёл');
  });
});

describe('the channel', () => {
  it('that asks to wait is obeyed, and the other one goes on', async () => {
    await reminded('1');
    await reminded('2', { dueAt: new Date('2026-11-28T04:00:01Z') }, 'web');
    clock.advance(1000);
    clock.advance(minute);
    const { send, given } = sender([{ type: 'later', afterMs: 90_000, why: 'flood' }]);
    expect(await send()).toMatchObject({ waiting: 1, sent: 1 });
    clock.advance(80_000);
    await send();
    expect(given).toHaveLength(2);
    clock.advance(10_000);
    expect(await send()).toMatchObject({ sent: 1 });
    expect(given.map(({ to }) => to)).toEqual(['1', '2', '1']);
  });

  it('that left it unclear is not asked again, and the reminder stays to be seen', async () => {
    const id = await reminded();
    clock.advance(minute);
    const { send, given } = sender([{ type: 'unclear', words: 'cut' }]);
    expect(await send()).toMatchObject({ unclear: 1 });
    clock.advance(24 * 60 * minute);
    await send();
    expect(given).toHaveLength(1);
    expect(await store.reminders.list(id)).toMatchObject([{ state: 'unclear' }]);
  });

  it('that refuses the form gets bare text', async () => {
    const refused: DeliveryOutcome = { type: 'failed', reason: 'refused', words: 'BUTTON_DATA_INVALID' };
    await reminded();
    clock.advance(minute);
    const { send, given } = sender([refused]);
    expect(await send()).toMatchObject({ sent: 1 });
    expect(given[1]?.reply.buttons).toEqual([]);
    expect(given[1]?.text).toContain('1 декабря 2026 года');
  });

  it('that refuses even that leaves it to be seen in the list', async () => {
    const refused: DeliveryOutcome = { type: 'failed', reason: 'refused', words: 'no' };
    const id = await reminded();
    clock.advance(minute);
    expect(await sender([refused, refused]).send()).toMatchObject({ failed: 1 });
    expect(await store.reminders.list(id)).toMatchObject([{ state: 'failed' }]);
  });

  it('that the person has blocked loses the reminder and remembers the block', async () => {
    const id = await reminded();
    clock.advance(minute);
    const { send } = sender([{ type: 'failed', reason: 'blocked', words: 'blocked' }]);
    expect(await send()).toMatchObject({ dropped: 1 });
    expect(await store.reminders.list(id)).toEqual([]);
    expect((await store.people.byId(id))?.blockedAt).not.toBeNull();
  });

  it('is not tried for somebody known to have blocked it', async () => {
    const id = await reminded();
    await store.people.block(id);
    clock.advance(minute);
    const { send, given } = sender();
    expect(await send()).toMatchObject({ dropped: 1 });
    expect(given).toEqual([]);
  });

  it('never has its words with personal data in the log', async () => {
    await reminded('123456789');
    clock.advance(minute);
    await sender([{ type: 'unclear', words: 'cut' }]).send();
    expect(JSON.stringify(log.lines)).not.toContain('123456789');
  });
});

it('sends no more at once than the policy says', async () => {
  for (let number = 0; number < 25; number += 1) await reminded(String(number));
  clock.advance(minute);
  let now = 0;
  let most = 0;
  const send = reminderSender({
    core: () => core,
    store,
    courier: {
      async deliver() {
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setTimeout(resolve, 1));
        now -= 1;
        return { type: 'delivered', value: [] };
      },
    },
    clock,
    policy,
    logger: log,
  });
  expect(await send(never)).toMatchObject({ sent: 25 });
  expect(most).toBe(policy.at_once);
});

it('stops between batches when the product stops', async () => {
  for (let number = 0; number < 20; number += 1) await reminded(String(number));
  clock.advance(minute);
  const stopping = new AbortController();
  const send = reminderSender({
    core: () => core,
    store,
    courier: {
      async deliver() {
        stopping.abort();
        return { type: 'delivered', value: [] };
      },
    },
    clock,
    policy,
    logger: log,
  });
  expect(await send(stopping.signal)).toMatchObject({ sent: policy.at_once });
});
