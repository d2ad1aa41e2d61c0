import { sql } from 'kysely';
import type { Conversations } from '../ports/conversations.ts';
import { type Connection, changed } from './connection.ts';

export function sqlConversations({ db, clock }: Connection): Conversations {
  return {
    async read(channel, key) {
      const row = await db
        .selectFrom('conversations')
        .select(['value', 'revision'])
        .where('channel', '=', channel)
        .where('key', '=', key)
        .executeTakeFirst();
      return row ? { value: JSON.parse(row.value) as unknown, revision: row.revision } : null;
    },

    async write(channel, key, value, { expected, owner } = {}) {
      const row = {
        value: JSON.stringify(value),
        external_id: owner ?? key,
        updated_at: clock.now().getTime(),
      };
      if (expected !== undefined && expected > 0) {
        const updated = await db
          .updateTable('conversations')
          .set({ ...row, revision: expected + 1 })
          .where('channel', '=', channel)
          .where('key', '=', key)
          .where('revision', '=', expected)
          .executeTakeFirst();
        return changed(updated) === 1 ? expected + 1 : null;
      }
      const saved = await db
        .insertInto('conversations')
        .values({ channel, key, revision: 1, ...row })
        .onConflict((conflict) =>
          expected === 0
            ? conflict.doNothing()
            : conflict
                .columns(['channel', 'key'])
                .doUpdateSet({ ...row, revision: sql<number>`conversations.revision + 1` }),
        )
        .returning('revision')
        .executeTakeFirst();
      return saved?.revision ?? null;
    },

    async delete(channel, key) {
      await db.deleteFrom('conversations').where('channel', '=', channel).where('key', '=', key).execute();
    },

    async purge(before) {
      const result = await db
        .deleteFrom('conversations')
        .where('updated_at', '<', before.getTime())
        .executeTakeFirst();
      return changed(result);
    },
  };
}
