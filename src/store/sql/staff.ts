import type { Channel } from '../ports/people.ts';
import type { Staff, StaffRole } from '../ports/staff.ts';
import { type Connection, changed } from './connection.ts';

export function sqlStaff({ db, clock }: Connection): Staff {
  return {
    async set(channel, externalId, role) {
      await db
        .insertInto('staff')
        .values({ channel, external_id: externalId, role, added_at: clock.now().getTime() })
        .onConflict((conflict) => conflict.columns(['channel', 'external_id']).doUpdateSet({ role }))
        .execute();
    },

    async remove(channel, externalId) {
      const result = await db
        .deleteFrom('staff')
        .where('channel', '=', channel)
        .where('external_id', '=', externalId)
        .executeTakeFirst();
      return changed(result) === 1;
    },

    async roleOf(channel, externalId) {
      const row = await db
        .selectFrom('staff')
        .select('role')
        .where('channel', '=', channel)
        .where('external_id', '=', externalId)
        .executeTakeFirst();
      return row === undefined ? null : roleOf(row.role);
    },

    async list() {
      const rows = await db
        .selectFrom('staff')
        .selectAll()
        .orderBy('added_at')
        .orderBy('external_id')
        .execute();
      return rows.map((row) => ({
        channel: row.channel as Channel,
        externalId: row.external_id,
        role: roleOf(row.role),
        addedAt: new Date(row.added_at),
      }));
    },
  };
}

/** An early database may hold `announcer`, which became `editor`. */
function roleOf(stored: string): StaffRole {
  return stored === 'announcer' ? 'editor' : (stored as StaffRole);
}
