import type { Subscriptions } from '../ports/subscriptions.ts';
import { type Connection, storable } from './connection.ts';

export function sqlSubscriptions({ db, clock }: Connection): Subscriptions {
  return {
    async of(personId) {
      const topics = await db
        .selectFrom('subscriptions')
        .select('topic')
        .where('person_id', '=', personId)
        .orderBy('topic')
        .execute();
      const stop = await db
        .selectFrom('announcement_stops')
        .select('until')
        .where('person_id', '=', personId)
        .executeTakeFirst();
      const off = topics.map(({ topic }) => topic);
      if (stop === undefined) return { off, stopped: null };
      if (stop.until === null) return { off, stopped: 'forever' };
      return { off, stopped: stop.until > clock.now().getTime() ? new Date(stop.until) : null };
    },

    async setTopic(personId, topic, on) {
      if (on) {
        await db
          .deleteFrom('subscriptions')
          .where('person_id', '=', personId)
          .where('topic', '=', topic)
          .execute();
        return;
      }
      await db
        .insertInto('subscriptions')
        .values({ person_id: personId, topic: storable(topic) })
        .onConflict((conflict) => conflict.columns(['person_id', 'topic']).doNothing())
        .execute();
    },

    async stop(personId, until) {
      const value = until?.getTime() ?? null;
      await db
        .insertInto('announcement_stops')
        .values({ person_id: personId, until: value })
        .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ until: value }))
        .execute();
    },

    async resume(personId) {
      await db.deleteFrom('announcement_stops').where('person_id', '=', personId).execute();
    },

    async offOf(personIds) {
      if (personIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('subscriptions')
        .selectAll()
        .where('person_id', 'in', [...personIds])
        .orderBy('topic')
        .execute();
      const groups = Map.groupBy(rows, ({ person_id: id }) => id);
      return new Map([...groups].map(([id, group]) => [id, group.map(({ topic }) => topic)]));
    },

    async countStopped() {
      const row = await db
        .selectFrom('announcement_stops')
        .select((select) => select.fn.countAll<number>().as('count'))
        .where('until', 'is', null)
        .executeTakeFirstOrThrow();
      return row.count;
    },
  };
}
