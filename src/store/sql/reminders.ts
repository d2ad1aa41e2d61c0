import type { Selectable } from 'kysely';
import type { RemindersTable } from '../database/tables.ts';
import type {
  ClaimedReminder,
  Reminder,
  ReminderState,
  Reminders,
  ReminderTime,
} from '../ports/reminders.ts';
import { claimReminders } from './claim-reminders.ts';
import { type Connection, changed } from './connection.ts';

export function sqlReminders(connection: Connection): Reminders {
  const { db, clock, ids } = connection;
  // Whatever became of its lease, a claim settles only what it claimed.
  const change = async (
    { id, claim }: ClaimedReminder,
    to: { readonly state: ReminderState; readonly not_before?: number },
  ): Promise<boolean> => {
    const result = await db
      .updateTable('reminders')
      .set({ claim: null, claimed_until: null, ...to })
      .where('id', '=', id)
      .where('claim', '=', claim)
      .executeTakeFirst();
    return changed(result) === 1;
  };
  return {
    async set(personId, reminder, most) {
      const { count } = await db
        .selectFrom('reminders')
        .select((select) => select.fn.countAll<number>().as('count'))
        .where('person_id', '=', personId)
        .executeTakeFirstOrThrow();
      if (Number(count) >= most) return 'full';
      const dueAt = reminder.dueAt.getTime();
      const result = await db
        .insertInto('reminders')
        .values({
          id: ids.id(),
          person_id: personId,
          about: reminder.about,
          last_day: reminder.lastDay,
          time: reminder.time,
          day: reminder.day,
          rule: reminder.rule,
          due_at: dueAt,
          not_before: dueAt,
          state: 'waiting',
          created_at: clock.now().getTime(),
        })
        .onConflict((conflict) =>
          conflict.columns(['person_id', 'about', 'last_day', 'time', 'day']).doNothing(),
        )
        .executeTakeFirst();
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n ? 'set' : 'already';
    },

    async list(personId) {
      const rows = await db
        .selectFrom('reminders')
        .selectAll()
        .where('person_id', '=', personId)
        .orderBy('due_at')
        .orderBy('id')
        .execute();
      return rows.map(reminderOf);
    },

    async cancel(personId, id) {
      const result = await db
        .deleteFrom('reminders')
        .where('person_id', '=', personId)
        .where('id', '=', id)
        .executeTakeFirst();
      return changed(result) === 1;
    },

    async cancelAbout(personId, about, lastDay) {
      return changed(
        await db
          .deleteFrom('reminders')
          .where('person_id', '=', personId)
          .where('about', '=', about)
          .where('last_day', '=', lastDay)
          .executeTakeFirst(),
      );
    },

    async move(personId, id, dueAt) {
      await db
        .updateTable('reminders')
        .set({ due_at: dueAt.getTime(), not_before: dueAt.getTime() })
        .where('person_id', '=', personId)
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .execute();
    },

    claim: (options) => claimReminders(connection, options),

    async done({ id, claim }) {
      const result = await db
        .deleteFrom('reminders')
        .where('id', '=', id)
        .where('claim', '=', claim)
        .executeTakeFirst();
      return changed(result) === 1;
    },

    later: (claim, notBefore) => change(claim, { state: 'waiting', not_before: notBefore.getTime() }),

    settle: (claim, state) => change(claim, { state }),

    async zoneOf(personId) {
      const row = await db
        .selectFrom('time_zones')
        .select('zone')
        .where('person_id', '=', personId)
        .executeTakeFirst();
      return row?.zone ?? null;
    },

    async setZone(personId, zone) {
      await db
        .insertInto('time_zones')
        .values({ person_id: personId, zone })
        .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ zone }))
        .execute();
    },

    async purge(before) {
      return changed(
        await db.deleteFrom('reminders').where('due_at', '<', before.getTime()).executeTakeFirst(),
      );
    },
  };
}

/** A row as a reminder. */
export function reminderOf(row: Selectable<RemindersTable>): Reminder {
  return {
    id: row.id,
    about: row.about,
    lastDay: row.last_day,
    time: row.time as ReminderTime,
    day: row.day,
    rule: row.rule,
    dueAt: new Date(row.due_at),
    state: row.state as ReminderState,
  };
}
