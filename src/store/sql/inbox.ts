import { sql } from 'kysely';
import type { ClaimedUpdate, Inbox, InboxDepth } from '../ports/inbox.ts';
import { claimUpdates } from './claim.ts';
import { type Connection, changed, moment, storable } from './connection.ts';

/** Rows in one INSERT; PostgreSQL allows 65,535 parameters. */
const insertSize = 500;
const defaultAttempts = 3;

/** What stays of a finished update: enough to recognise a repeat, nothing about the person. */
const wiped = { payload: '', chat: null, external_id: null, owner: null, lease_until: null };

export function sqlInbox(connection: Connection): Inbox {
  const { db, clock } = connection;
  /** Narrows an update to a claim that is still ours. */
  const ours = (claim: ClaimedUpdate) =>
    db
      .updateTable('inbox')
      .where('seq', '=', claim.seq)
      .where('attempts', '=', claim.attempts)
      .where('owner', '=', claim.owner)
      .where('state', '=', 'leased');

  const park = async (claim: ClaimedUpdate, reason: string) => {
    const result = await ours(claim)
      .set({
        state: 'parked',
        reason: storable(reason).slice(0, 500),
        owner: null,
        lease_until: null,
        finished_at: clock.now().getTime(),
      })
      .executeTakeFirst();
    return changed(result) === 1;
  };

  const doneAll = async (claims: readonly ClaimedUpdate[]) => {
    if (claims.length === 0) return 0;
    const result = await db
      .updateTable('inbox')
      .set({ ...wiped, state: 'done', finished_at: clock.now().getTime() })
      .where('state', '=', 'leased')
      .where((where) =>
        where.or(
          claims.map(({ seq, attempts, owner }) =>
            where.and([where('seq', '=', seq), where('attempts', '=', attempts), where('owner', '=', owner)]),
          ),
        ),
      )
      .executeTakeFirst();
    return changed(result);
  };

  return {
    async store(updates) {
      if (updates.length === 0) return 0;
      const now = clock.now().getTime();
      const rows = updates.map((update) => ({
        channel: update.channel,
        update_id: storable(update.updateId),
        position: update.position,
        chat: storable(update.chat),
        external_id: update.sender,
        payload: JSON.stringify(update.payload ?? null),
        state: 'waiting',
        due_at: now,
        received_at: now,
      }));
      return await db.transaction().execute(async (transaction) => {
        let stored = 0;
        for (let from = 0; from < rows.length; from += insertSize) {
          const result = await transaction
            .insertInto('inbox')
            .values(rows.slice(from, from + insertSize))
            .onConflict((conflict) => conflict.columns(['channel', 'update_id']).doNothing())
            .executeTakeFirst();
          stored += Number(result.numInsertedOrUpdatedRows ?? 0n);
        }
        return stored;
      });
    },

    claim: (options) => claimUpdates(connection, { maxAttempts: defaultAttempts, ...options }),

    async extend(claim, leaseMs) {
      const until = clock.now().getTime() + leaseMs;
      return changed(await ours(claim).set({ lease_until: until }).executeTakeFirst()) === 1;
    },

    done: async (claim) => (await doneAll([claim])) === 1,
    doneAll,

    async fail(claim, reason, { delayMs = 0, maxAttempts = defaultAttempts } = {}) {
      if (claim.attempts >= maxAttempts) return (await park(claim, reason)) ? 'parked' : 'lost';
      const result = await ours(claim)
        .set({
          state: 'waiting',
          reason: storable(reason).slice(0, 500),
          owner: null,
          lease_until: null,
          due_at: clock.now().getTime() + delayMs,
        })
        .executeTakeFirst();
      return changed(result) === 1 ? 'waiting' : 'lost';
    },

    park,

    async release(owner) {
      const result = await db
        .updateTable('inbox')
        .set({ state: 'waiting', owner: null, lease_until: null, attempts: sql<number>`attempts - 1` })
        .where('owner', '=', owner)
        .where(sql<boolean>`state = 'leased'`)
        .executeTakeFirst();
      return changed(result);
    },

    async depth(): Promise<InboxDepth> {
      const open = await sql<{ state: string; count: number; oldest: number }>`
        select state, count(*) as count, min(received_at) as oldest
        from inbox where state in ('waiting', 'leased') group by state`.execute(db);
      const parked = await sql<{ count: number }>`
        select count(*) as count from inbox where state = 'parked'`.execute(db);
      const of = (state: string) => open.rows.find((row) => row.state === state)?.count ?? 0;
      const oldest = open.rows.map((row) => row.oldest).sort((a, b) => a - b)[0];
      return {
        waiting: of('waiting'),
        leased: of('leased'),
        parked: parked.rows[0]?.count ?? 0,
        oldest: moment(oldest ?? null),
      };
    },

    async parkedReasons(limit) {
      const { rows } = await sql<{ reason: string | null; count: number }>`
        select reason, count(*) as count from inbox where state = 'parked'
        group by reason order by count(*) desc, reason limit ${limit}`.execute(db);
      return rows.map(({ reason, count }) => ({ reason: reason ?? 'unknown', count: Number(count) }));
    },

    async purge(before) {
      const result = await sql`
        delete from inbox where finished_at is not null and finished_at < ${before.getTime()}`.execute(db);
      return Number(result.numAffectedRows ?? 0n);
    },
  };
}
