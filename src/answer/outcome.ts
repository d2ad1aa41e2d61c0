import type { Language, Script } from '../language/locale.ts';
import type { Reply } from '../messages/reply.ts';

/** Every way a question can end. Faces and statistics are exhaustive over it. */
export const outcomeKinds = [
  'answer', // the source says it
  'partial', // the source says only part of it, or the fact is uncertain
  'clarify', // a choice is needed first
  'contact', // the answer is a body
  'handoff', // the person wants a human
  'small_talk',
  'out_of_scope',
  'refused', // personal data, illegal request, abuse, injection
  'no_answer', // nothing found that is good enough
] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** A source as seen from outside (`ask --json`). */
export interface AnswerSource {
  readonly title: string;
  readonly clause?: string;
  readonly url?: string;
  readonly date?: string;
  readonly official_language: string;
}

/** A candidate for the question, best first. */
export interface Choice {
  readonly entry: string;
  readonly intents: readonly string[];
  readonly title: string;
}

/** The answer to one question, the same for every face. */
export interface Answer {
  readonly text: string;
  readonly language: Language;
  readonly script: Script;
  readonly kind: OutcomeKind;
  /** Why this kind was chosen, for logs and statistics: `no_match`, `crisis`, `small_talk.greeting`, … */
  readonly reason: string;
  readonly entry: string | null;
  readonly intents: readonly string[];
  /** Calibrated probability that `entry` is what was asked, 0..1. */
  readonly confidence: number;
  readonly title: string;
  /** The text a person reads, without markup. */
  readonly answer: string;
  readonly sources: readonly AnswerSource[];
  /** Date of the source the answer rests on. */
  readonly as_of: string | null;
  readonly choices: readonly Choice[];
  readonly took_ms: number;
  readonly reply: Reply;
  /** Topic to carry into the next question. */
  readonly context: ConversationContext;
}

/** What a follow-up question is understood from. Kept by the face, shown and clearable. */
export interface ConversationContext {
  /** Entry or subject last answered. */
  readonly entry?: string;
  /** ISO 3166-2 code of the region last named or chosen. */
  readonly region?: string;
  /** The question last asked, masked. */
  readonly question?: string;
}
