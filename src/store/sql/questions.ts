import { type Selectable, sql } from 'kysely';
import type { OutcomeKind } from '../../answer/outcome.ts';
import type { Language, Script } from '../../language/locale.ts';
import type { FeedbackReason } from '../../messages/reply.ts';
import { maskPersonal } from '../../privacy/mask.ts';
import type { QuestionsTable } from '../database/tables.ts';
import type { Channel } from '../ports/people.ts';
import type { QuestionCount, Questions, StoredQuestion } from '../ports/questions.ts';
import { type Connection, changed, storable } from './connection.ts';

/** Longer texts are pasted documents: not needed to improve answers, and more personal. Characters. */
const textKept = 1000;

export function sqlQuestions({ db, clock, ids }: Connection): Questions {
  return {
    async record(question) {
      const id = ids.id();
      await db
        .insertInto('questions')
        .values({
          id,
          person_id: question.personId,
          channel: question.channel,
          text: storable(maskPersonal(question.text).slice(0, textKept)),
          language: question.language,
          script: question.script,
          kind: question.kind,
          reason: question.reason,
          entry: question.entry,
          confidence: question.confidence,
          took_ms: question.tookMs,
          content_version: question.contentVersion,
          asked_at: clock.now().getTime(),
        })
        .execute();
      return id;
    },

    async feedback(id, personId, helpful, reason) {
      const result = await db
        .updateTable('questions')
        .set({ helpful: helpful ? 1 : 0, feedback_reason: helpful ? null : (reason ?? null) })
        .where('id', '=', id)
        .where('person_id', '=', personId)
        .executeTakeFirst();
      return changed(result) === 1;
    },

    async lastOf(personId) {
      const row = await db
        .selectFrom('questions')
        .selectAll()
        .where('person_id', '=', personId)
        .where('kind', 'not in', ['handoff', 'small_talk'])
        .orderBy('asked_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ? stored(row) : null;
    },

    async byId(id) {
      const row = await db.selectFrom('questions').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? stored(row) : null;
    },

    async list({ since, kinds, after, limit }) {
      let query = db.selectFrom('questions').selectAll().orderBy('asked_at').orderBy('id').limit(limit);
      if (since) query = query.where('asked_at', '>=', since.getTime());
      if (kinds) query = query.where('kind', 'in', kinds.length > 0 ? [...kinds] : ['']);
      if (after)
        query = query.where(sql<boolean>`(asked_at, id) > (${after.askedAt.getTime()}, ${after.id})`);
      return (await query.execute()).map(stored);
    },

    async countSince(since) {
      const rows = await db
        .selectFrom('questions')
        .select(['kind', 'language', 'script', 'channel'])
        .select((select) => select.fn.countAll<number>().as('count'))
        .select(sql<number>`count(case when helpful = 1 then 1 end)`.as('helpful'))
        .select(sql<number>`count(case when helpful = 0 then 1 end)`.as('unhelpful'))
        .where('asked_at', '>=', since.getTime())
        .groupBy(['kind', 'language', 'script', 'channel'])
        .orderBy('kind')
        .orderBy('language')
        .orderBy('script')
        .orderBy('channel')
        .execute();
      return rows as QuestionCount[];
    },

    async purge(before) {
      return changed(
        await db.deleteFrom('questions').where('asked_at', '<', before.getTime()).executeTakeFirst(),
      );
    },
  };
}

function stored(row: Selectable<QuestionsTable>): StoredQuestion {
  return {
    id: row.id,
    personId: row.person_id,
    channel: row.channel as Channel,
    text: row.text,
    language: row.language as Language,
    script: row.script as Script,
    kind: row.kind as OutcomeKind,
    reason: row.reason,
    entry: row.entry,
    confidence: row.confidence,
    tookMs: row.took_ms,
    contentVersion: row.content_version,
    askedAt: new Date(row.asked_at),
    helpful: row.helpful === null ? null : row.helpful === 1,
    feedbackReason: row.feedback_reason as FeedbackReason | null,
  };
}
