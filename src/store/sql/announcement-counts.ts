import { type Kysely, sql } from 'kysely';
import type { Counter, Counts } from '../../announcements/states.ts';
import { type FailureReason, failureReasons } from '../../delivery/courier.ts';
import type { Tables } from '../database/tables.ts';

/** Adds to an announcement's counters, in the transaction that changed its ledger. */
export async function addCounts(
  db: Kysely<Tables>,
  id: string,
  changes: ReadonlyMap<Counter, number>,
): Promise<void> {
  // In one order always, so that two writers never wait for each other's rows.
  const rows = [...changes]
    .filter(([, change]) => change !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([counter, count]) => ({ announcement_id: id, counter, count }));
  if (rows.length === 0) return;
  await db
    .insertInto('announcement_counts')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['announcement_id', 'counter'])
        .doUpdateSet({ count: sql<number>`announcement_counts.count + excluded.count` }),
    )
    .execute();
}

/** An announcement's counters as they stand. */
export async function readCounts(db: Kysely<Tables>, id: string): Promise<Counts> {
  const rows = await db
    .selectFrom('announcement_counts')
    .select(['counter', 'count'])
    .where('announcement_id', '=', id)
    .execute();
  const of = (counter: Counter): number => rows.find((row) => row.counter === counter)?.count ?? 0;
  const failed: Partial<Record<FailureReason, number>> = {};
  for (const reason of failureReasons) {
    const count = of(`failed.${reason}`);
    if (count > 0) failed[reason] = count;
  }
  const settled =
    of('delivered') +
    of('unclear') +
    of('skipped') +
    Object.values(failed).reduce((sum, count) => sum + count, 0);
  return {
    total: of('total'),
    waiting: Math.max(0, of('total') - of('claimed') - settled),
    claimed: of('claimed'),
    delivered: of('delivered'),
    failed,
    unclear: of('unclear'),
    skipped: of('skipped'),
  };
}

/** Counts the ledger anew: rows deleted with their people, or a late answer, may have left the counters behind. */
export async function recount(db: Kysely<Tables>, id: string): Promise<void> {
  await db.updateTable('announcement_counts').set({ count: 0 }).where('announcement_id', '=', id).execute();
  const rows = await db
    .selectFrom('recipients')
    .select(['state', 'reason'])
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('announcement_id', '=', id)
    .groupBy(['state', 'reason'])
    .execute();
  const counted = new Map<Counter, number>();
  const add = (counter: Counter, count: number) => counted.set(counter, (counted.get(counter) ?? 0) + count);
  for (const { state, reason, count } of rows) {
    add('total', count);
    if (state !== 'waiting') add((state === 'failed' ? `failed.${reason}` : state) as Counter, count);
  }
  await addCounts(db, id, counted);
}
