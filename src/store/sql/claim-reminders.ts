import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Channel } from '../ports/people.ts';
import type { ClaimedReminder, Reminders } from '../ports/reminders.ts';
import type { Connection } from './connection.ts';
import { reminderOf } from './reminders.ts';

type Options = Parameters<Reminders['claim']>[0];

/** Takes the reminders that are due; one transaction, so that two processes never take the same one. */
export async function claimReminders(
  connection: Connection,
  options: Options,
): Promise<readonly ClaimedReminder[]> {
  return await connection.db
    .transaction()
    .execute((transaction) => claimOnce(transaction, connection, options));
}

async function claimOnce(
  db: Kysely<Tables>,
  { dialect, clock, ids }: Connection,
  { channels, limit, leaseMs }: Options,
): Promise<readonly ClaimedReminder[]> {
  const now = clock.now().getTime();
  // Whether a message went out before the process died, nobody can know any more. The claim stays, so that an
  // owner that only overslept still settles it.
  await db
    .updateTable('reminders')
    .set({ state: 'unclear' })
    .where('state', '=', sql.lit('sending'))
    .where('claimed_until', '<=', now)
    .execute();
  if (channels.length === 0) return [];
  const due = await db
    .selectFrom('reminders')
    .innerJoin('people', 'people.id', 'reminders.person_id')
    .select(['reminders.id', 'people.channel', 'people.external_id', 'people.blocked_at'])
    .where('reminders.state', '=', sql.lit('waiting'))
    .where('reminders.due_at', '<=', now)
    .where('reminders.not_before', '<=', now)
    .where('people.channel', 'in', channels)
    .orderBy('reminders.due_at')
    .orderBy('reminders.id')
    .limit(limit)
    .$if(dialect === 'postgres', (query) => query.forUpdate('reminders').skipLocked())
    .execute();
  const claimed: ClaimedReminder[] = [];
  for (const { id, channel, external_id, blocked_at } of due) {
    const claim = ids.id();
    const row = await db
      .updateTable('reminders')
      .set({
        state: 'sending',
        claim,
        claimed_until: now + leaseMs,
        attempts: sql<number>`attempts + 1`,
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    claimed.push({
      ...reminderOf(row),
      claim,
      attempts: row.attempts,
      personId: row.person_id,
      channel: channel as Channel,
      externalId: external_id,
      blocked: blocked_at !== null,
    });
  }
  return claimed;
}
