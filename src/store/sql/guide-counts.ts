import { sql } from 'kysely';
import { almatyDate } from '../../operations/clock.ts';
import type { GuideCounts, GuideEvent } from '../ports/guide-counts.ts';
import { type Connection, changed } from './connection.ts';

export function sqlGuideCounts({ db, clock }: Connection): GuideCounts {
  return {
    async add(guide, step, event) {
      await db
        .insertInto('guide_steps')
        .values({ day: almatyDate(clock.now()), guide, step, event, count: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['day', 'guide', 'step', 'event'])
            .doUpdateSet({ count: sql<number>`guide_steps.count + 1` }),
        )
        .execute();
    },
    async between(from, to) {
      const rows = await db
        .selectFrom('guide_steps')
        .select(['guide', 'step', 'event'])
        .select((select) => select.fn.sum<number>('count').as('count'))
        .where('day', '>=', from)
        .where('day', '<=', to)
        .groupBy(['guide', 'step', 'event'])
        .orderBy('guide')
        .orderBy('step')
        .orderBy('event')
        .execute();
      return rows.map((row) => ({ ...row, event: row.event as GuideEvent, count: Number(row.count) }));
    },
    async purge(before) {
      return changed(
        await db.deleteFrom('guide_steps').where('day', '<', almatyDate(before)).executeTakeFirst(),
      );
    },
  };
}
