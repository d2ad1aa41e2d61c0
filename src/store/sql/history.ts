import { type Selectable, sql } from 'kysely';
import type { HistoryTable } from '../database/tables.ts';
import type { History, HistoryMessage } from '../ports/history.ts';
import { type Connection, changed } from './connection.ts';

export function sqlHistory({ db, clock }: Connection): History {
  return {
    async append(personId, messages, keep, { pushed = false } = {}) {
      if (messages.length === 0) return;
      const at = clock.now().getTime();
      await db
        .insertInto('history')
        .values(
          messages.map(({ author, payload }) => ({
            person_id: personId,
            author,
            payload: JSON.stringify(payload),
            written_at: at,
            pushed: pushed ? 1 : 0,
          })),
        )
        .execute();
      const oldest = await db
        .selectFrom('history')
        .select('seq')
        .where('person_id', '=', personId)
        .orderBy('seq', 'desc')
        .offset(keep)
        .limit(1)
        .executeTakeFirst();
      if (oldest === undefined) return;
      await db
        .deleteFrom('history')
        .where('person_id', '=', personId)
        .where('seq', '<=', oldest.seq)
        .execute();
    },

    async replace(personId, id, payload) {
      await db
        .updateTable('history')
        .set({ payload: JSON.stringify(payload) })
        .where('person_id', '=', personId)
        .where('seq', '=', id)
        .execute();
    },

    async list(personId, limit) {
      const rows = await db
        .selectFrom('history')
        .selectAll()
        .where('person_id', '=', personId)
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute();
      return rows.reverse().map(message);
    },

    async pushedAfter(personId, id, limit) {
      const rows = await db
        .selectFrom('history')
        .selectAll()
        .where('person_id', '=', personId)
        .where(sql<boolean>`pushed = 1`)
        .where('seq', '>', id)
        .orderBy('seq')
        .limit(limit)
        .execute();
      return rows.map(message);
    },

    async newestPushed(personIds) {
      if (personIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('history')
        .select('person_id')
        .select((select) => select.fn.max('seq').as('newest'))
        .where('person_id', 'in', [...personIds])
        .where(sql<boolean>`pushed = 1`)
        .groupBy('person_id')
        .execute();
      return new Map(rows.map((row) => [row.person_id, Number(row.newest)]));
    },

    async clear(personId) {
      await db.deleteFrom('history').where('person_id', '=', personId).execute();
    },

    async purge(before) {
      return changed(
        await db.deleteFrom('history').where('written_at', '<', before.getTime()).executeTakeFirst(),
      );
    },
  };
}

function message(row: Selectable<HistoryTable>): HistoryMessage {
  return {
    id: Number(row.seq),
    author: row.author === 'user' ? 'user' : 'bot',
    payload: JSON.parse(row.payload) as unknown,
    at: new Date(row.written_at),
  };
}
