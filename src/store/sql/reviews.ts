import { sql } from 'kysely';
import type { OutcomeKind } from '../../answer/outcome.ts';
import type { Language, Script } from '../../language/locale.ts';
import type { FeedbackReason } from '../../messages/reply.ts';
import type { Reviews } from '../ports/reviews.ts';
import type { Connection } from './connection.ts';

/** Ids in one statement; PostgreSQL allows 65,535 parameters, SQLite 32,766. */
const idsAtOnce = 5000;

export function sqlReviews({ db, clock }: Connection): Reviews {
  return {
    async list({ since, below, followUpMs, limit, after = null }) {
      const onwards =
        after === null ? sql`` : sql`and (q.asked_at, q.id) < (${after.askedAt.getTime()}, ${after.id})`;
      const { rows } = await sql<{
        id: string;
        text: string;
        language: string;
        script: string;
        kind: string;
        entry: string | null;
        confidence: number;
        asked_at: number;
        helpful: number | null;
        feedback_reason: string | null;
        hear_back: string | null;
      }>`
        select q.id, q.text, q.language, q.script, q.kind, q.entry, q.confidence, q.asked_at, q.helpful,
          q.feedback_reason, h.question_id as hear_back
        from questions q
        left join question_marks m on m.question_id = q.id
        left join hear_back h on h.question_id = q.id
        where q.asked_at >= ${since.getTime()} and m.question_id is null ${onwards}
          and (q.kind = 'no_answer' or q.helpful = 0
            or (q.kind in ('answer', 'partial', 'contact') and q.confidence < ${below} and coalesce(q.helpful, 0) = 0)
            or (q.kind = 'clarify' and q.person_id is not null and not exists (
              select 1 from questions later
              where later.person_id = q.person_id and later.asked_at > q.asked_at
                and later.asked_at <= q.asked_at + ${followUpMs})))
        order by q.asked_at desc, q.id desc limit ${limit}`.execute(db);
      return rows.map((row) => ({
        id: row.id,
        text: row.text,
        language: row.language as Language,
        script: row.script as Script,
        kind: row.kind as OutcomeKind,
        entry: row.entry,
        confidence: row.confidence,
        askedAt: new Date(Number(row.asked_at)),
        helpful: row.helpful === null ? null : row.helpful === 1,
        feedbackReason: row.feedback_reason as FeedbackReason | null,
        hearBack: row.hear_back !== null,
      }));
    },

    async mark(questionIds, mark) {
      const at = clock.now().getTime();
      for (const batch of batches(questionIds)) {
        await db
          .insertInto('question_marks')
          .columns(['question_id', 'mark', 'marked_at'])
          // From the questions themselves: one that was deleted meanwhile is passed over.
          .expression((insert) =>
            insert
              .selectFrom('questions')
              .select([
                'id',
                sql<string>`cast(${mark} as text)`.as('mark'),
                sql<number>`cast(${at} as bigint)`.as('at'),
              ])
              .where('id', 'in', batch),
          )
          .onConflict((conflict) => conflict.column('question_id').doUpdateSet({ mark, marked_at: at }))
          .execute();
      }
    },

    async agree(questionId, personId) {
      const question = await db
        .selectFrom('questions')
        .select('id')
        .where('id', '=', questionId)
        .where('person_id', '=', personId)
        .executeTakeFirst();
      if (question === undefined) return false;
      await db
        .insertInto('hear_back')
        .values({ question_id: questionId, person_id: personId, agreed_at: clock.now().getTime() })
        .onConflict((conflict) => conflict.column('question_id').doNothing())
        .execute();
      return true;
    },

    async agreed(questionIds) {
      const agreed: { questionId: string; personId: string }[] = [];
      for (const batch of batches(questionIds)) {
        const rows = await db
          .selectFrom('hear_back')
          .select(['question_id', 'person_id'])
          .where('question_id', 'in', batch)
          .orderBy('agreed_at')
          .orderBy('question_id')
          .execute();
        agreed.push(...rows.map((row) => ({ questionId: row.question_id, personId: row.person_id })));
      }
      return agreed;
    },

    async told(questionIds) {
      for (const batch of batches(questionIds))
        await db.deleteFrom('hear_back').where('question_id', 'in', batch).execute();
    },
  };
}

function* batches(ids: readonly string[]): Generator<string[]> {
  for (let from = 0; from < ids.length; from += idsAtOnce) yield ids.slice(from, from + idsAtOnce);
}
