import { type Kysely, type Selectable, sql } from 'kysely';
import type { InboxTable, Tables } from '../database/tables.ts';
import type { ClaimedUpdate } from '../ports/inbox.ts';
import type { Channel } from '../ports/people.ts';
import type { Connection } from './connection.ts';

interface ClaimOptions {
  readonly owner: string;
  readonly limit: number;
  readonly leaseMs: number;
  readonly maxAttempts: number;
}

/** Tries when another replica claimed an update of the same chat in the same instant. */
const tries = 3;

/**
 * A queue's statistics are always wrong: it is empty when they are taken and full when they matter. Left
 * alone, PostgreSQL read and sorted the whole queue for each claim (12 claims a second on a fresh database).
 * With these, the only plan left walks the partial indexes in order. For the running transaction only.
 */
export const useIndexes = `select ${['seqscan', 'bitmapscan', 'hashjoin', 'mergejoin', 'sort']
  .map((plan) => `set_config('enable_${plan}', 'off', true)`)
  .join(', ')}`;

/**
 * Takes the next updates. States are written as literals, not parameters: only then do both planners use
 * the partial indexes, which keep this fast beside millions of finished updates. Subqueries give one value
 * each: NOT EXISTS would be turned into a join over the whole queue.
 */
export async function claimUpdates(connection: Connection, options: ClaimOptions): Promise<ClaimedUpdate[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await connection.db
        .transaction()
        .execute((transaction) => claimOnce(transaction, connection, options));
    } catch (error) {
      // The unique index on leased chats kept two of one chat from being in hand at once.
      if (!isUniqueViolation(error)) throw error;
      if (attempt === tries) return [];
    }
  }
}

async function claimOnce(
  db: Kysely<Tables>,
  { dialect, clock }: Connection,
  { owner, limit, leaseMs, maxAttempts }: ClaimOptions,
): Promise<ClaimedUpdate[]> {
  const now = clock.now().getTime();
  if (dialect === 'postgres') await sql.raw(useIndexes).execute(db);
  const locking = dialect === 'postgres' ? sql`for update skip locked` : sql``;
  const expired = await sql<{ seq: number; attempts: number }>`
    select seq, attempts from inbox
    where state = 'leased' and lease_until <= ${now}
    order by lease_until limit ${limit} ${locking}`.execute(db);
  const poison = expired.rows.filter((row) => row.attempts >= maxAttempts).map((row) => row.seq);
  if (poison.length > 0) {
    await db
      .updateTable('inbox')
      .set({
        state: 'parked',
        reason: `the process died ${maxAttempts} times while this was in hand`,
        owner: null,
        lease_until: null,
        finished_at: now,
      })
      .where('seq', 'in', poison)
      .execute();
  }
  const abandoned = expired.rows.filter((row) => row.attempts < maxAttempts).map((row) => row.seq);
  const room = limit - abandoned.length;
  const waiting = await sql<{ seq: number }>`
    select mine.seq from inbox mine
    where mine.state = 'waiting' and mine.due_at <= ${now}
      and mine.seq = (
        select first.seq from inbox first
        where first.channel = mine.channel and first.chat = mine.chat and first.state in ('waiting', 'leased')
        order by first.position, first.seq limit 1)
      and (
        select held.seq from inbox held
        where held.channel = mine.channel and held.chat = mine.chat and held.state = 'leased'
        limit 1) is null
    order by mine.received_at, mine.seq limit ${room} ${locking}`.execute(db);
  const seqs = [...abandoned, ...waiting.rows.map((row) => row.seq)];
  if (seqs.length === 0) return [];
  const rows = await db
    .updateTable('inbox')
    .set({ state: 'leased', owner, lease_until: now + leaseMs, attempts: sql<number>`attempts + 1` })
    .where('seq', 'in', seqs)
    .returningAll()
    .execute();
  return rows.map((row) => claimed(row, owner)).sort((a, b) => a.seq - b.seq);
}

function claimed(row: Selectable<InboxTable>, owner: string): ClaimedUpdate {
  return {
    seq: row.seq,
    channel: row.channel as Channel,
    updateId: row.update_id,
    position: row.position,
    chat: row.chat ?? '',
    sender: row.external_id,
    payload: JSON.parse(row.payload) as unknown,
    owner,
    attempts: row.attempts,
    receivedAt: new Date(row.received_at),
    leaseUntil: new Date(row.lease_until ?? 0),
  };
}

/** PostgreSQL says 23505, SQLite 2067. */
function isUniqueViolation(error: unknown): boolean {
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  return code === '23505' || errcode === 2067;
}
