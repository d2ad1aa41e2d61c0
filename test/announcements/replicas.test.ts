import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../src/operations/clock.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { type FakeBotApi, startBotApi } from '../support/bot-api/server.ts';
import { freshPostgres } from '../support/database.ts';
import { quiet } from '../support/quiet.ts';
import { type SenderChild, spawnSender } from './child.ts';
import { done, eventually, importPeople, scheduled } from './given.ts';

const people = 400;
const rate = 100;
const leaseMs = 1500;

let api: FakeBotApi;
let store: Store;
let url: string;
const children: SenderChild[] = [];

beforeAll(async () => {
  url = await freshPostgres();
  api = await startBotApi({ limits: { perSecond: rate, perChat: 1 } });
  for (let id = 1; id <= people; id += 1) api.user(id);
  store = await openStore(url, { clock: systemClock, logger: quiet });
  await importPeople(store, people);
});
afterAll(async () => {
  await Promise.all(children.map((child) => child.kill()));
  await store.close();
  await api.close();
});

it('two processes on one PostgreSQL: one sends at a time, the other takes over when it dies, nobody twice or lost', async () => {
  const { id } = await scheduled(store);
  children.push(spawnSender(url, api, { rate, leaseMs }), spawnSender(url, api, { rate, leaseMs }));
  await eventually(() => api.callsOf('sendMessage').length > people / 4, 'a quarter');
  const before = await store.leases.holder('announcements');
  expect(before).not.toBeNull();
  // Which of the two holds the lease is not known here: after both were killed in turn, one of them was the sender.
  await children.shift()?.kill();
  await eventually(() => api.callsOf('sendMessage').length > people / 2, 'a half');
  children.push(spawnSender(url, api, { rate, leaseMs }));
  await children.shift()?.kill();
  const died = api.calls.at(-1)?.at ?? 0;
  await done(store, id);
  const after = await store.leases.holder('announcements');
  expect(after?.term).toBeGreaterThan(before?.term ?? 0);

  const seen = Array.from({ length: people }, (_, index) => api.user(index + 1).messages().length);
  expect(seen.filter((count) => count > 1)).toEqual([]);
  const { delivered, unclear } = await store.announcements.counts(id);
  expect(delivered + unclear).toBe(people);
  expect(seen.filter((count) => count === 0).length).toBeLessThanOrEqual(unclear);
  const resumed = api.callsOf('sendMessage').find(({ at }) => at > died);
  expect((resumed?.at ?? Number.POSITIVE_INFINITY) - died).toBeLessThan(30_000);
  // One sender at a time: two would have been refused by the limit.
  expect(api.callsOf('sendMessage').filter(({ code }) => code === 429).length).toBeLessThan(5);
});
