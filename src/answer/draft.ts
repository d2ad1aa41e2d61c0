import type { Block, Button } from '../messages/reply.ts';
import type { AnswerSource, OutcomeKind } from './outcome.ts';

/** What a compose step makes of a decision, before it is put into a whole answer. */
export interface Draft {
  readonly kind: OutcomeKind;
  readonly reason: string;
  readonly entry: string | null;
  readonly intents: readonly string[];
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly buttons: readonly (readonly Button[])[];
  readonly sources: readonly AnswerSource[];
  readonly asOf: string | null;
  /** Entry or subject that the conversation is about from here on; absent when it stays where it was. */
  readonly contextEntry?: string;
}
