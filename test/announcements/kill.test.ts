import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/operations/clock.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { seeded } from '../soak/chaos.ts';
import type { Fault } from '../support/bot-api/faults.ts';
import { type FakeBotApi, startBotApi } from '../support/bot-api/server.ts';
import { freshPostgres, temporaryDirectory } from '../support/database.ts';
import { quiet } from '../support/quiet.ts';
import { spawnSender } from './child.ts';
import { done, eventually, importPeople, scheduled } from './given.ts';

const file = join(temporaryDirectory(), 'bagdar.db');
const people = 900;
/** Messages a second the fake allows, and the sender is told. */
const rate = 150;
const kills = 5;

/** 429, 5xx and cut lines, four in a hundred calls. */
function faulty(random: () => number): () => Fault | undefined {
  return () => {
    const drawn = random();
    if (drawn < 0.01) return { kind: 'flood', retryAfter: 0.2 };
    if (drawn < 0.02) return { kind: 'error', code: 502, description: 'Bad Gateway' };
    if (drawn < 0.03) return { kind: 'cut', when: 'before' };
    return drawn < 0.04 ? { kind: 'cut', when: 'after' } : undefined;
  };
}

/** Ids of the ledger's rows by Telegram id and what became of them. */
async function ledgerOf(store: Store, id: string): Promise<{ unclear: Set<string> }> {
  const unclear = new Set<string>();
  for (const { personId } of await store.ledger.listUnclear(id, null, 10_000))
    unclear.add((await store.people.byId(personId))?.externalId ?? '');
  return { unclear };
}

/** What the fake itself saw: how many messages each person has. */
const received = (api: FakeBotApi) =>
  Array.from({ length: people }, (_, index) => ({
    id: String(index + 1),
    count: api.user(index + 1).messages().length,
    blocked: (index + 1) % 33 === 0,
  }));

describe.each([
  ['SQLite', async () => `sqlite:${file}`],
  ['PostgreSQL', freshPostgres],
])('an announcement over %s', (_name, database) => {
  it('survives five kill -9 with 3 % blocked and random faults: nobody twice, nobody lost but the listed unclear', {
    timeout: 110_000,
  }, async () => {
    const random = seeded(20261128);
    const url = await database();
    const api = await startBotApi({ limits: { perSecond: rate, perChat: 1 }, chaos: faulty(random) });
    for (let id = 1; id <= people; id += 1) api.user(id);
    for (let id = 33; id <= people; id += 33) api.user(id).blocks();
    const store = await openStore(url, { clock: systemClock, logger: quiet, role: 'admin' });
    await importPeople(store, people);
    const { id } = await scheduled(store);

    // Points of death: drawn once for all runs, in order, the last one before the end.
    const points = Array.from({ length: kills }, () => Math.floor(random() * people * 0.9)).sort(
      (a, b) => a - b,
    );
    const options = { rate, leaseMs: 1500 };
    for (const point of points) {
      const child = spawnSender(url, api, options);
      await eventually(() => api.callsOf('sendMessage').length > point, `call ${point}`);
      await child.kill();
    }
    const last = spawnSender(url, api, options);
    await done(store, id);
    await last.kill();

    const { unclear } = await ledgerOf(store, id);
    const seen = received(api);
    expect(seen.filter(({ count }) => count > 1)).toEqual([]);
    const lost = seen.filter(
      ({ id: person, count, blocked }) => count === 0 && !blocked && !unclear.has(person),
    );
    expect(lost).toEqual([]);
    const counts = await store.announcements.counts(id);
    const settled = counts.delivered + counts.unclear + (counts.failed.blocked ?? 0);
    expect(counts).toMatchObject({ total: people, waiting: 0, claimed: 0, skipped: 0 });
    expect(settled).toBe(people);
    expect(counts.delivered).toBe(
      seen.filter(({ id: person, count }) => count === 1 && !unclear.has(person)).length,
    );
    // Faults leave three in a hundred unclear; a kill, half a second of calls at most: claimed, on their way, not written.
    expect(unclear.size).toBeLessThan(people * 0.06 + kills * (rate / 2));
    await store.close();
    await api.close();
  });
});
