import pg from 'pg';
import { afterEach, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/operations/clock.ts';
import { openStore } from '../../src/store/open.ts';
import type { Hints } from '../../src/store/ports/hints.ts';
import { createPostgresHints } from '../../src/store/postgres/hints.ts';
import { listeningClient } from '../../src/store/postgres/open.ts';
import { freshPostgres } from '../support/database.ts';
import { keepingLog } from '../support/quiet.ts';
import { silent } from './contract/given.ts';

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

const replica = async (url: string): Promise<Hints> => {
  const store = await openStore(url, { clock: systemClock, logger: silent });
  open.push(store);
  return store.hints;
};

/** Counts what is told; resolves once it is connected, which says each topic once. */
async function hearing(hints: Hints): Promise<{ inbox: number; desk: number }> {
  const heard = { inbox: -1, desk: -1 };
  for (const topic of ['inbox', 'desk'] as const) {
    hints.hear(topic, () => {
      heard[topic] += 1;
    });
  }
  await vi.waitUntil(() => heard.desk === 0);
  return heard;
}

it('are heard by other replicas, and not a second time by the one that tells', async () => {
  const url = await freshPostgres();
  const [one, two] = [await replica(url), await replica(url)];
  const [ofOne, ofTwo] = [await hearing(one), await hearing(two)];
  one.tell('inbox');
  await vi.waitUntil(() => ofTwo.inbox === 1);
  // Words come in the order in which they were told: by the time of this one its own would have come back.
  two.tell('desk');
  await vi.waitUntil(() => ofOne.desk === 1);
  expect(ofOne).toEqual({ inbox: 1, desk: 1 });
});

it('told again and again are few', async () => {
  const url = await freshPostgres();
  const [one, two] = [await replica(url), await replica(url)];
  const heard = await hearing(two);
  for (let told = 0; told < 100; told += 1) one.tellOthers('inbox');
  await vi.waitUntil(() => heard.inbox === 2);
  one.tellOthers('desk');
  await vi.waitUntil(() => heard.desk === 1);
  expect(heard.inbox).toBe(2);
});

it('are heard again after the connection broke, and what was told meanwhile is made up for', async () => {
  const url = await freshPostgres();
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  open.push({ close: () => admin.end() });
  const log = keepingLog();
  const hints = createPostgresHints({
    connect: () => listeningClient(url),
    notify: (channel, payload) => admin.query('select pg_notify($1, $2)', [channel, payload]),
    self: 'one',
    logger: log,
    retryMs: 1,
  });
  open.push(hints);
  const heard = await hearing(hints);
  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'bagdar hints' and datname = current_database()`,
  );
  await vi.waitUntil(() => heard.inbox === 1);
  await admin.query(`select pg_notify('bagdar_hints', 'inbox two')`);
  await vi.waitUntil(() => heard.inbox === 2);
  expect(log.lines.map(({ level }) => level)).toEqual(['warn', 'info']);
});
