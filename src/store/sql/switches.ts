import type { Channel } from '../ports/people.ts';
import type { Switches } from '../ports/switches.ts';
import { type Connection, changed, storable } from './connection.ts';

export function sqlSwitches({ db, clock }: Connection): Switches {
  return {
    async off({ channel, reason, banner }) {
      const words = {
        reason: storable(reason),
        banner_kk: banner.kk === null ? null : storable(banner.kk),
        banner_ru: banner.ru === null ? null : storable(banner.ru),
      };
      await db
        .insertInto('switches')
        .values({ channel, ...words, off_since: clock.now().getTime() })
        .onConflict((conflict) => conflict.column('channel').doUpdateSet(words))
        .execute();
    },

    async on(channel) {
      return changed(await db.deleteFrom('switches').where('channel', '=', channel).executeTakeFirst()) === 1;
    },

    async list() {
      const rows = await db.selectFrom('switches').selectAll().orderBy('channel').execute();
      return rows.map((row) => ({
        channel: row.channel as Channel,
        reason: row.reason,
        banner: { kk: row.banner_kk, ru: row.banner_ru },
        since: new Date(row.off_since),
      }));
    },
  };
}
