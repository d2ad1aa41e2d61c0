import { sql } from 'kysely';
import type { KindCount, Statistics } from '../ports/statistics.ts';
import type { Connection } from './connection.ts';

/** Outcomes that gave people what they asked for. */
const answered = sql`kind in ('answer', 'partial', 'contact')`;

export function sqlStatistics({ db }: Connection): Statistics {
  const asked = (since: Date, until: Date) =>
    db
      .selectFrom('questions')
      .where('asked_at', '>=', since.getTime())
      .where('asked_at', '<', until.getTime());

  return {
    async kinds(since, until) {
      const rows = await asked(since, until)
        .select(['kind', 'language', 'script'])
        .select((select) => select.fn.countAll<number>().as('count'))
        .select(sql<number>`count(case when helpful = 1 then 1 end)`.as('helpful'))
        .select(sql<number>`count(case when helpful = 0 then 1 end)`.as('unhelpful'))
        .groupBy(['kind', 'language', 'script'])
        .orderBy('kind')
        .orderBy('language')
        .orderBy('script')
        .execute();
      return rows.map((row) => ({
        ...(row as KindCount),
        count: Number(row.count),
        helpful: Number(row.helpful),
        unhelpful: Number(row.unhelpful),
      }));
    },

    async entries(since, until) {
      const rows = await asked(since, until)
        .select('entry')
        .select((select) => select.fn.countAll<number>().as('count'))
        .where('entry', 'is not', null)
        .groupBy('entry')
        .orderBy('count', 'desc')
        .orderBy('entry')
        .execute();
      return rows.flatMap(({ entry, count }) => (entry === null ? [] : [{ entry, count: Number(count) }]));
    },

    async timeline(since, until, pieceMs) {
      const { rows } = await sql<{ piece: number; answered: number; other: number }>`
        select piece, sum(answered) as answered, sum(1 - answered) as other from (
          select (asked_at - ${since.getTime()}) / ${pieceMs} as piece, case when ${answered} then 1 else 0 end as answered
          from questions where asked_at >= ${since.getTime()} and asked_at < ${until.getTime()}) as pieces
        group by piece order by piece`.execute(db);
      return rows.map((row) => ({
        piece: Math.floor(Number(row.piece)),
        answered: Number(row.answered),
        other: Number(row.other),
      }));
    },

    async people(since, until) {
      const [from, to] = [since.getTime(), until.getTime()];
      const { rows } = await sql<{ reachable: number; arrived: number; blocked: number }>`
        select count(case when channel = 'telegram' and blocked_at is null then 1 end) as reachable,
          count(case when created_at >= ${from} and created_at < ${to} then 1 end) as arrived,
          count(case when blocked_at >= ${from} and blocked_at < ${to} then 1 end) as blocked
        from people`.execute(db);
      return {
        reachable: Number(rows[0]?.reachable ?? 0),
        arrived: Number(rows[0]?.arrived ?? 0),
        blocked: Number(rows[0]?.blocked ?? 0),
      };
    },
  };
}
