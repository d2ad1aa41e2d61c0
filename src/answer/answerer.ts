import type { Locale } from '../language/locale.ts';
import type { Action, Reply } from '../messages/reply.ts';
import type { Answer, ConversationContext } from './outcome.ts';

/** A question as a person typed it. */
export interface Question {
  readonly text: string;
  /** The person's interface locale; decides where the text itself leaves the language open. */
  readonly locale?: Locale | undefined;
  /** What the conversation was about before. */
  readonly context?: ConversationContext | undefined;
}

/** Where a button was pressed: the locale to answer in and the conversation so far. */
export interface View {
  readonly locale: Locale;
  readonly context?: ConversationContext | undefined;
}

/** What pressing a button leads to. */
export interface Shown {
  readonly reply: Reply;
  readonly context: ConversationContext;
  /** Entry shown, if it was one: for statistics. */
  readonly entry: string | null;
}

/**
 * The core as both faces see it. Pure over one version of the content and one clock:
 * the same question at the same moment gives the same answer on every face.
 */
export interface Answerer {
  /** Answers a question. Never throws on any text; texts over the limit are cut, and the reply says so. */
  ask(question: Question): Answer;
  /**
   * Shows what a button names (an entry, clause, subject, document, topic, body, region, or a
   * cleared context). `null` when the id is not in the content any more, or the action belongs to the
   * face (language, feedback, human) or to guides.
   */
  show(action: Action, view: View): Shown | null;
  /** Hash of the content this answerer was built from. */
  readonly version: string;
}
