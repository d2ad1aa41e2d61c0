import { sql } from 'kysely';
import type { Limits } from '../ports/limits.ts';
import { type Connection, changed, loosely, storable } from './connection.ts';

export function sqlLimits({ db, clock }: Connection): Limits {
  return {
    async use(key, windowMs, owner) {
      const now = clock.now().getTime();
      const start = now - (now % windowMs);
      const row = await db
        .insertInto('limits')
        .values({ key: storable(key), window_start: start, used: 1, external_id: owner ?? null })
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet({
            window_start: start,
            used: sql<number>`case when limits.window_start = ${start} then limits.used + 1 else 1 end`,
          }),
        )
        .returning('used')
        // The first input of everybody would otherwise wait for the disk; a kill forgives an input or two.
        .modifyEnd(sql.raw(loosely))
        .executeTakeFirstOrThrow();
      return row.used;
    },

    async purge(before) {
      return changed(
        await db.deleteFrom('limits').where('window_start', '<', before.getTime()).executeTakeFirst(),
      );
    },
  };
}
