import { sql } from 'kysely';
import type { Counter, RecipientState, SkipReason } from '../../announcements/states.ts';
import type { FailureReason } from '../../delivery/courier.ts';
import type { Locale } from '../../language/locale.ts';
import type { Ledger } from '../ports/ledger.ts';
import { addCounts, recount } from './announcement-counts.ts';
import { type Connection, changed } from './connection.ts';
import { claimRecipients } from './ledger-claim.ts';
import { resolveAudience } from './ledger-resolve.ts';
import { settleClaims } from './ledger-settle.ts';

/** What an abandoned claim says of itself. */
const abandonedWords = 'the process ended before the answer came';

export function sqlLedger(connection: Connection): Ledger {
  const { db, clock } = connection;

  /** One row of a state, found by its partial index: the state is a literal for the planner's sake. */
  const some = async (id: string, state: 'waiting' | 'claimed'): Promise<boolean> => {
    const { rows } = await sql`select 1 from recipients
      where announcement_id = ${id} and state = ${sql.lit(state)} limit 1`.execute(db);
    return rows.length > 0;
  };
  const open: Ledger['open'] = async (id) => (await some(id, 'waiting')) || (await some(id, 'claimed'));

  return {
    resolve: (announcement, zones, limit) => resolveAudience(connection, announcement, zones, limit),
    claim: (id, claimant, options) => claimRecipients(connection, id, claimant, options),
    settle: (id, claimant, settlements) => settleClaims(connection, id, claimant, settlements),
    open,

    async abandon(id, { owner, term }) {
      return await db.transaction().execute(async (transaction) => {
        const result = await sql`update recipients
          set state = 'unclear', words = ${abandonedWords}, settled_at = ${clock.now().getTime()}
          where announcement_id = ${id} and state = 'claimed' and not (owner = ${owner} and term = ${term})`.execute(
          transaction,
        );
        const count = Number(result.numAffectedRows ?? 0n);
        await addCounts(
          transaction,
          id,
          new Map<Counter, number>([
            ['claimed', -count],
            ['unclear', count],
          ]),
        );
        return count;
      });
    },

    async finish(id) {
      if (await open(id)) return false;
      return await db.transaction().execute(async (transaction) => {
        const result = await transaction
          .updateTable('announcements')
          .set({ state: 'done', finished_at: clock.now().getTime() })
          .where('id', '=', id)
          .where('state', '=', 'sending')
          .where('resolved_at', 'is not', null)
          .executeTakeFirst();
        if (changed(result) === 0) return false;
        await recount(transaction, id);
        await transaction.deleteFrom('announcement_files').where('announcement_id', '=', id).execute();
        return true;
      });
    },

    async skipRest(id, limit) {
      return await db.transaction().execute(async (transaction) => {
        const result = await sql`update recipients
          set state = 'skipped', reason = 'stopped', settled_at = ${clock.now().getTime()}
          where announcement_id = ${id} and person_id in (
            select person_id from recipients where announcement_id = ${id} and state = 'waiting' limit ${limit})
            and state = 'waiting'`.execute(transaction);
        const count = Number(result.numAffectedRows ?? 0n);
        await addCounts(transaction, id, new Map<Counter, number>([['skipped', count]]));
        return count;
      });
    },

    async resendUnclear(id) {
      return await db.transaction().execute(async (transaction) => {
        const result = await sql`update recipients
          set state = 'waiting', words = null, owner = null, term = null, settled_at = null,
            due_at = ${clock.now().getTime()}
          where announcement_id = ${id} and state = 'unclear'`.execute(transaction);
        const count = Number(result.numAffectedRows ?? 0n);
        if (count === 0) return 0;
        await addCounts(transaction, id, new Map<Counter, number>([['unclear', -count]]));
        await transaction
          .updateTable('announcements')
          .set({ state: 'sending', finished_at: null })
          .where('id', '=', id)
          .where('state', '=', 'done')
          .execute();
        return count;
      });
    },

    async listUnclear(id, after, limit) {
      const { rows } = await sql<{
        person_id: string;
        locale: Locale;
        region: string | null;
        words: string | null;
      }>`select person_id, locale, region, words from recipients
        where announcement_id = ${id} and state = 'unclear' and person_id > ${after ?? ''}
        order by person_id limit ${limit}`.execute(db);
      return rows.map(({ person_id: personId, ...rest }) => ({ personId, ...rest }));
    },

    async report(id) {
      const rows = await db
        .selectFrom('recipients')
        .select(['locale', 'region', 'state', 'reason'])
        .select((select) => select.fn.countAll<number>().as('count'))
        .select(sql<number>`count(clicked_at)`.as('clicks'))
        .select(sql<number>`count(stopped_at)`.as('unsubscribed'))
        .where('announcement_id', '=', id)
        .groupBy(['locale', 'region', 'state', 'reason'])
        .orderBy('locale')
        .orderBy('region')
        .orderBy('state')
        .orderBy('reason')
        .execute();
      return rows.map((row) => ({
        ...row,
        locale: row.locale as Locale,
        state: row.state as RecipientState,
        reason: row.reason as FailureReason | SkipReason | null,
      }));
    },

    async clicked(id, personId) {
      await mark('clicked_at', id, personId);
    },
    async unsubscribed(id, personId) {
      await mark('stopped_at', id, personId);
    },
  };

  async function mark(column: 'clicked_at' | 'stopped_at', id: string, personId: string): Promise<void> {
    await db
      .updateTable('recipients')
      .set({ [column]: clock.now().getTime() })
      .where('announcement_id', '=', id)
      .where('person_id', '=', personId)
      .where(column, 'is', null)
      .execute();
  }
}
