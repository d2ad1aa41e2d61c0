import type { Answerer } from '../answer/answerer.ts';
import type { Answer } from '../answer/outcome.ts';
import type { Reply } from '../messages/reply.ts';
import type { Texts } from '../messages/texts.ts';
import type { Store } from '../store/ports/store.ts';
import type { ConversationModule } from './module.ts';
import { tell } from './turns.ts';

/** After this long without a message the topic is forgotten: people come back with another matter. */
const contextLifetime = 2 * 60 * 60 * 1000;

/** Outcomes worth asking "was this helpful?" about. */
const rated: ReadonlySet<string> = new Set(['answer', 'partial', 'contact', 'no_answer', 'clarify']);

/**
 * Free text is a question. Its outcome is stored (masked) before the reply is shown, so that the feedback buttons
 * under it name a question that exists.
 */
export function questionsModule(parts: {
  readonly answerer: () => Answerer;
  readonly store: Store;
  readonly texts: Texts;
  /** Somebody answers what had no answer: people are asked whether they want to hear of it. */
  readonly hearBack?: boolean;
}): ConversationModule {
  return {
    name: 'questions',
    async ask(visit, text) {
      const answerer = parts.answerer();
      const last = (await parts.store.contexts.get(visit.person.id, contextLifetime)) ?? {};
      const { region } = visit.person;
      // The region the person asked to remember, unless another one is being talked about.
      const context = region === null ? last : { region, ...last };
      const answer = answerer.ask({ text, locale: visit.locale, context });
      const recorded = parts.store.questions.record({
        personId: visit.person.id,
        channel: visit.person.channel,
        text: answer.text,
        language: answer.language,
        script: answer.script,
        kind: answer.kind,
        reason: answer.reason,
        entry: answer.entry,
        confidence: answer.confidence,
        tookMs: answer.took_ms,
        contentVersion: answerer.version,
      });
      // Together: one wait for the disk, or one round trip.
      const [id] = await Promise.all([recorded, parts.store.contexts.set(visit.person.id, answer.context)]);
      const { kind, language, script } = answer;
      return {
        ...tell(visit, withFeedback(answer, id, parts.texts, parts.hearBack === true)),
        question: { kind, language, script },
      };
    },
  };
}

function withFeedback(answer: Answer, id: string, texts: Texts, hearBack: boolean): Reply {
  if (!rated.has(answer.kind)) return answer.reply;
  const t = texts.for(answer.reply.locale);
  return {
    ...answer.reply,
    buttons: [
      ...answer.reply.buttons,
      ...(hearBack && answer.kind === 'no_answer'
        ? [[{ label: t('inbox.hear_back'), action: { do: 'hear_back', answer: id } } as const]]
        : []),
      [
        { label: t('button.helpful_yes'), action: { do: 'feedback', answer: id, helpful: true } },
        { label: t('button.helpful_no'), action: { do: 'feedback', answer: id, helpful: false } },
      ],
    ],
  };
}
