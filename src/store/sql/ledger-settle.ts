import { type Kysely, sql } from 'kysely';
import type { Counter } from '../../announcements/states.ts';
import type { Tables } from '../database/tables.ts';
import type { Claimant, Settlement } from '../ports/ledger.ts';
import { addCounts } from './announcement-counts.ts';
import { useIndexes } from './claim.ts';
import { type Connection, storable } from './connection.ts';

/** The channel's words kept, in characters. */
const wordsKept = 300;
/** Failures after which nothing is sent to a person until they come back. */
const unreachable: ReadonlySet<string> = new Set(['blocked', 'deactivated', 'chat_not_found']);

/** Writes how claims ended: one statement for all of them, and one for the counters. */
export async function settleClaims(
  { db, dialect, clock }: Connection,
  id: string,
  claimant: Claimant,
  settlements: readonly Settlement[],
): Promise<number> {
  if (settlements.length === 0) return 0;
  const now = clock.now().getTime();
  const byPerson = new Map(settlements.map((settlement) => [settlement.personId, settlement]));
  return await db.transaction().execute(async (transaction) => {
    if (dialect === 'postgres') await sql.raw(useIndexes).execute(transaction);
    const counts = new Map<Counter, number>();
    const add = (counter: Counter, change: number) =>
      counts.set(counter, (counts.get(counter) ?? 0) + change);
    const count = (people: readonly string[], before: 'claimed' | 'unclear'): void => {
      for (const person of people) {
        const settlement = byPerson.get(person);
        if (settlement === undefined) continue;
        add(before, -1);
        if (settlement.state === 'failed') add(`failed.${settlement.reason}`, 1);
        else if (settlement.state !== 'waiting') add(settlement.state, 1);
      }
    };
    const written = await write(transaction, id, claimant, settlements, 'claimed', now);
    count(written, 'claimed');
    let late: readonly string[] = [];
    if (written.length < settlements.length) {
      // Another process took over and called these unclear; we were slow, not dead, and know better.
      const done = new Set(written);
      const known = settlements.filter(
        ({ personId, state }) => !done.has(personId) && (state === 'delivered' || state === 'failed'),
      );
      late = await write(transaction, id, claimant, known, 'unclear', now);
      count(late, 'unclear');
    }
    const gone = settlements.flatMap((one) =>
      one.state === 'failed' && unreachable.has(one.reason) ? [one.personId] : [],
    );
    if (gone.length > 0)
      await transaction
        .updateTable('people')
        .set({ blocked_at: now })
        .where('id', 'in', gone)
        .where('blocked_at', 'is', null)
        .execute();
    await addCounts(transaction, id, counts);
    return written.length + late.length;
  });
}

/** Writes settlements onto rows of ours in a state; returns the people whose rows were there. */
async function write(
  db: Kysely<Tables>,
  id: string,
  { owner, term }: Claimant,
  settlements: readonly Settlement[],
  from: 'claimed' | 'unclear',
  now: number,
): Promise<readonly string[]> {
  if (settlements.length === 0) return [];
  const values = settlements.map((one) => {
    const reason = one.state === 'failed' ? one.reason : null;
    const words =
      one.state === 'failed' || one.state === 'unclear' ? storable(one.words).slice(0, wordsKept) : null;
    const message = one.state === 'delivered' ? one.messageId : null;
    const due = one.state === 'waiting' ? one.dueAt.getTime() : null;
    const tried = one.state === 'waiting' && one.tried ? 1 : 0;
    return sql`(${one.personId}, ${one.state}, ${reason}, ${words}, ${message}, ${due}, ${tried})`;
  });
  // A claim that waits again belongs to nobody; the others keep their owner, who may still learn how they ended.
  const { rows } = await sql<{ person_id: string }>`
    with v (person_id, state, reason, words, message_id, due_at, tried) as (values ${sql.join(values)})
    update recipients set
      state = v.state, reason = v.reason, words = v.words,
      message_id = coalesce(v.message_id, recipients.message_id),
      due_at = coalesce(cast(v.due_at as bigint), recipients.due_at),
      attempts = recipients.attempts + cast(v.tried as integer),
      owner = case when v.state = 'waiting' then null else recipients.owner end,
      settled_at = case when v.state = 'waiting' then null else cast(${now} as bigint) end
    from v
    where recipients.announcement_id = ${id} and recipients.person_id = v.person_id
      and recipients.owner = ${owner} and recipients.term = ${term}
      and recipients.state = ${sql.lit(from)}
    returning recipients.person_id`.execute(db);
  return rows.map((row) => row.person_id);
}
