import type { History } from '../ports/history.ts';
import { type Connection, changed } from './connection.ts';

export function sqlHistory({ db, clock }: Connection): History {
  return {
    async append(personId, messages, keep) {
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

    async list(personId, limit) {
      const rows = await db
        .selectFrom('history')
        .selectAll()
        .where('person_id', '=', personId)
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute();
      return rows.reverse().map((row) => ({
        id: Number(row.seq),
        author: row.author === 'user' ? 'user' : 'bot',
        payload: JSON.parse(row.payload) as unknown,
        at: new Date(row.written_at),
      }));
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
