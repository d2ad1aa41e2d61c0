import type { Locale } from '../../language/locale.ts';
import type { Approvals, Boards } from '../ports/boards.ts';
import { type Connection, changed, moment } from './connection.ts';

export function sqlBoards({ db }: Connection): Boards {
  return {
    async open({ announcement, chat, messageId, locale, shown }) {
      const place = { external_id: chat, message_id: messageId, locale, shown };
      await db
        .insertInto('announcement_boards')
        .values({ announcement_id: announcement, channel: 'telegram', ...place })
        .onConflict((conflict) => conflict.column('announcement_id').doUpdateSet(place))
        .execute();
    },

    async list() {
      const rows = await db
        .selectFrom('announcement_boards')
        .selectAll()
        .orderBy('announcement_id')
        .execute();
      return rows.map((row) => ({
        announcement: row.announcement_id,
        chat: row.external_id,
        messageId: row.message_id,
        locale: row.locale as Locale,
        shown: row.shown,
      }));
    },

    async showed({ announcement, messageId }, shown) {
      const result = await db
        .updateTable('announcement_boards')
        .set({ shown })
        .where('announcement_id', '=', announcement)
        .where('message_id', '=', messageId)
        .executeTakeFirst();
      return changed(result) === 1;
    },

    async close(announcement) {
      const result = await db
        .deleteFrom('announcement_boards')
        .where('announcement_id', '=', announcement)
        .executeTakeFirst();
      return changed(result) === 1;
    },
  };
}

export function sqlApprovals({ db, clock }: Connection): Approvals {
  return {
    async ask({ announcement, by, startsAt }) {
      const request = {
        external_id: by,
        starts_at: startsAt?.getTime() ?? null,
        asked_at: clock.now().getTime(),
      };
      await db
        .insertInto('announcement_requests')
        .values({ announcement_id: announcement, channel: 'telegram', ...request })
        .onConflict((conflict) => conflict.column('announcement_id').doUpdateSet(request))
        .execute();
    },

    async of(announcement) {
      const row = await db
        .selectFrom('announcement_requests')
        .selectAll()
        .where('announcement_id', '=', announcement)
        .executeTakeFirst();
      return row ? { announcement, by: row.external_id, startsAt: moment(row.starts_at) } : null;
    },

    async drop(announcement) {
      const result = await db
        .deleteFrom('announcement_requests')
        .where('announcement_id', '=', announcement)
        .executeTakeFirst();
      return changed(result) === 1;
    },
  };
}
