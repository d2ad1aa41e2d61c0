import type { ConversationContext } from '../../answer/outcome.ts';
import { maskPersonal } from '../../privacy/mask.ts';
import type { Contexts } from '../ports/contexts.ts';
import { type Connection, changed } from './connection.ts';

export function sqlContexts({ db, clock }: Connection): Contexts {
  return {
    async get(personId, maxAgeMs) {
      const row = await db
        .selectFrom('contexts')
        .select(['context', 'updated_at'])
        .where('person_id', '=', personId)
        .executeTakeFirst();
      if (!row) return null;
      const age = clock.now().getTime() - row.updated_at;
      return maxAgeMs !== undefined && age > maxAgeMs
        ? null
        : (JSON.parse(row.context) as ConversationContext);
    },

    async set(personId, context) {
      const { question } = context;
      const masked =
        question === undefined ? context : { ...context, question: maskPersonal(question).slice(0, 500) };
      const values = { context: JSON.stringify(masked), updated_at: clock.now().getTime() };
      await db
        .insertInto('contexts')
        .values({ person_id: personId, ...values })
        .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
        .execute();
    },

    async clear(personId) {
      await db.deleteFrom('contexts').where('person_id', '=', personId).execute();
    },

    async purge(before) {
      return changed(
        await db.deleteFrom('contexts').where('updated_at', '<', before.getTime()).executeTakeFirst(),
      );
    },
  };
}
