import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** Tries after which an update that was in hand at every crash is given up. */
const triesBeforeParking = 3;

/**
 * A file is served by one bot, so at its start nobody holds anything: what the dead one had in hand is
 * handled at once instead of after its leases run out. The lost try counts, or a poison update that kills
 * the process would do so for ever.
 */
export async function recoverAfterKill(db: Kysely<Tables>, now: Date): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`update inbox set state = 'parked', owner = null, lease_until = null, finished_at = ${now.getTime()},
        reason = 'the process died each time while this was in hand'
      where state = 'leased' and attempts >= ${triesBeforeParking}`.execute(transaction);
    await sql`update inbox set state = 'waiting', owner = null, lease_until = null
      where state = 'leased'`.execute(transaction);
    await transaction.updateTable('leases').set({ until: 0 }).execute();
  });
}
