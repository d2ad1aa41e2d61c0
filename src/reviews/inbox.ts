import type { Answerer } from '../answer/answerer.ts';
import type { Choice } from '../answer/outcome.ts';
import type { PersonMessage } from '../desk/messages.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { localeFor } from '../language/locale.ts';
import { type Clock, daysBefore } from '../operations/clock.ts';
import type { ReviewedQuestion, ReviewMark } from '../store/ports/reviews.ts';
import type { Store } from '../store/ports/store.ts';
import { groupQuestions, type QuestionGroup, type Stems } from './cluster.ts';
import type { ReviewPolicy } from './policy.ts';
import { questionStems } from './stems.ts';

export interface InboxParts {
  readonly store: Pick<Store, 'reviews' | 'outgoing'>;
  readonly core: () => { readonly knowledge: Knowledge; readonly answerer: Answerer };
  readonly policy: ReviewPolicy;
  readonly clock: Clock;
  /** Something was put into the queue. */
  readonly wake: () => void;
}

/** What editors go through: questions without a good answer, those that ask the same together. */
export interface EditorsInbox {
  /** All groups, most asked first. Computed at most every two minutes: an editor turns its pages. */
  groups(): Promise<readonly QuestionGroup[]>;
  /** The group that a question stands for; `null` when it is gone or dealt with. */
  find(question: string): Promise<QuestionGroup | null>;
  mark(group: QuestionGroup, mark: ReviewMark): Promise<void>;
  /** Existing answers nearest to the group's example. */
  nearest(group: QuestionGroup): readonly Choice[];
  /** How many people asked to be told. */
  waiting(group: QuestionGroup): number;
  /** Sends an answer to those who asked to be told, and uses their consent up. Returns to how many. */
  answer(group: QuestionGroup, entry: string): Promise<number>;
}

const freshMs = 2 * 60_000;
/** Questions read in one statement. */
const atOnce = 1000;

export function createEditorsInbox(parts: InboxParts): EditorsInbox {
  const { store, policy, clock } = parts;
  let computed: { readonly at: number; readonly groups: Promise<readonly QuestionGroup[]> } | undefined;
  let stems: { readonly knowledge: Knowledge; readonly of: Stems } | undefined;

  const compute = async (): Promise<readonly QuestionGroup[]> => {
    const { knowledge } = parts.core();
    if (stems?.knowledge !== knowledge) stems = { knowledge, of: questionStems(knowledge) };
    const questions: ReviewedQuestion[] = [];
    const since = daysBefore(clock.now(), policy.days);
    while (questions.length < policy.most_questions) {
      const batch = await store.reviews.list({
        since,
        below: policy.low_confidence,
        followUpMs: policy.follow_up_minutes * 60_000,
        limit: Math.min(atOnce, policy.most_questions - questions.length),
        after: questions.at(-1) ?? null,
      });
      questions.push(...batch);
      if (batch.length < atOnce) break;
      // SQLite answers at once and in this very thread: people's questions get their turn between batches.
      await new Promise((resolve) => setImmediate(resolve));
    }
    return await groupQuestions(questions, stems.of, policy.similarity);
  };
  const groups: EditorsInbox['groups'] = async () => {
    const now = clock.now().getTime();
    if (computed === undefined || now - computed.at > freshMs) computed = { at: now, groups: compute() };
    try {
      return await computed.groups;
    } catch (error) {
      computed = undefined;
      throw error;
    }
  };
  const changed = (): void => {
    computed = undefined;
  };

  return {
    groups,
    find: async (question) =>
      (await groups()).find((group) => group.questions.some(({ id }) => id === question)) ?? null,
    async mark(group, mark) {
      await store.reviews.mark(
        group.questions.map(({ id }) => id),
        mark,
      );
      changed();
    },
    nearest({ example }) {
      const locale = localeFor(example.language, example.script);
      return parts.core().answerer.ask({ text: example.text, locale }).choices.slice(0, policy.choices);
    },
    waiting: ({ questions }) => questions.filter(({ hearBack }) => hearBack).length,
    async answer(group, entry) {
      const byId = new Map(group.questions.map((question) => [question.id, question]));
      const agreed = await store.reviews.agreed([...byId.keys()]);
      const told = new Set<string>();
      const messages = agreed.flatMap(({ questionId, personId }) => {
        const question = byId.get(questionId);
        // Who asked the same three times is told once.
        if (question === undefined || told.has(personId)) return [];
        told.add(personId);
        const payload: PersonMessage = {
          kind: 'answer',
          entry,
          question: question.text,
          locale: localeFor(question.language, question.script),
        };
        return [
          { key: `answer:${questionId}`, line: `answer:${questionId}`, toStaff: false, personId, payload },
        ];
      });
      // First into the queue, then out of the list: killed in between, the same answer is not queued twice.
      await store.outgoing.add(messages);
      await store.reviews.told(agreed.map(({ questionId }) => questionId));
      changed();
      if (messages.length > 0) parts.wake();
      return messages.length;
    },
  };
}
