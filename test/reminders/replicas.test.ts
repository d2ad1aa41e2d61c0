import { expect, it } from 'vitest';
import { createCore } from '../../src/core.ts';
import { reminderSender } from '../../src/reminders/send.ts';
import { startReminders } from '../../src/reminders/start.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { silent } from '../store/contract/given.ts';
import { manualClock } from '../support/clock.ts';
import { freshPostgres } from '../support/database.ts';
import { keepingLog } from '../support/quiet.ts';
import { keepingCourier, policy } from './given.ts';

const core = createCore();
const people = 60;
const start = '2026-11-28T03:59:00Z';

/** Many people with a reminder each, all due in a minute. */
async function reminders(store: Store): Promise<void> {
  for (let number = 0; number < people; number += 1) {
    const { id } = await store.people.arrive('telegram', String(number));
    await store.reminders.set(
      id,
      {
        about: 'host.notice_person',
        lastDay: '2026-12-01',
        time: 'before',
        day: '2026-11-28',
        rule: 'x',
        dueAt: new Date('2026-11-28T04:00:00Z'),
      },
      9,
    );
  }
}

const everybody = Array.from({ length: people }, (_, number) => String(number)).sort();

it('two processes on one PostgreSQL send each reminder once, even without a lease between them', async () => {
  const url = await freshPostgres();
  const clock = manualClock(start);
  const stores = await Promise.all([1, 2].map(() => openStore(url, { clock, logger: silent })));
  const [first] = stores as [Store];
  await reminders(first);
  clock.advance(60_000);
  const courier = keepingCourier();
  const never = new AbortController().signal;
  const reports = await Promise.all(
    stores.map((store) =>
      reminderSender({ core: () => core, store, courier, clock, policy, logger: silent })(never),
    ),
  );
  expect(courier.given.map(({ to }) => to).sort()).toEqual(everybody);
  expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(people);
  await Promise.all(stores.map((store) => store.close()));
});

it('what fell due while no process ran is sent once after two start together', async () => {
  const url = await freshPostgres();
  const clock = manualClock(start);
  const before = await openStore(url, { clock, logger: silent });
  await reminders(before);
  await before.close();
  clock.advance(5 * 3_600_000);

  const stores = await Promise.all([1, 2].map(() => openStore(url, { clock, logger: silent })));
  const stopping = new AbortController();
  const courier = keepingCourier();
  const logger = keepingLog();
  const all = new Promise<void>((resolve) => {
    const { deliver } = courier;
    courier.deliver = async (...args) => {
      const outcome = await deliver(...args);
      if (courier.given.length >= people) resolve();
      return outcome;
    };
  });
  const running = stores.map((store, at) =>
    startReminders({
      core: () => core,
      store,
      leases: store.leases,
      courier,
      clock,
      policy,
      owner: `process ${at}`,
      signal: stopping.signal,
      logger,
    }),
  );
  await all;
  stopping.abort();
  await Promise.all(running);
  expect(courier.given.map(({ to }) => to).sort()).toEqual(everybody);
  const [person] = (await stores[0]?.people.list(null, 1)) ?? [];
  expect(await stores[0]?.reminders.list(person?.id ?? '')).toEqual([]);
  await Promise.all(stores.map((store) => store.close()));
});
