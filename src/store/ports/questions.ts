import type { OutcomeKind } from '../../answer/outcome.ts';
import type { Language, Script } from '../../language/locale.ts';
import type { FeedbackReason } from '../../messages/reply.ts';
import type { Channel } from './people.ts';

/** A question and how it ended, as it is reported. */
export interface NewQuestion {
  /** `null` for questions without a person (inline mode). */
  readonly personId: string | null;
  readonly channel: Channel;
  /** As typed; masked and cut before it is written. */
  readonly text: string;
  readonly language: Language;
  readonly script: Script;
  readonly kind: OutcomeKind;
  readonly reason: string;
  readonly entry: string | null;
  /** 0..1 */
  readonly confidence: number;
  readonly tookMs: number;
  readonly contentVersion: string;
}

export interface StoredQuestion extends NewQuestion {
  readonly id: string;
  readonly askedAt: Date;
  /** `null` = the person did not say. */
  readonly helpful: boolean | null;
  readonly feedbackReason: FeedbackReason | null;
}

/** How many questions of a kind. */
export interface QuestionCount {
  readonly kind: OutcomeKind;
  readonly language: Language;
  readonly script: Script;
  readonly channel: Channel;
  readonly count: number;
  readonly helpful: number;
  readonly unhelpful: number;
}

export interface Questions {
  /** Stores a question and returns its id (16 characters, fit for callback data). */
  record(question: NewQuestion): Promise<string>;
  /**
   * Notes whether the answer helped. Only the person who asked may say so; false otherwise, and when the
   * question is gone. The last word counts.
   */
  feedback(id: string, personId: string, helpful: boolean, reason?: FeedbackReason): Promise<boolean>;
  /** The person's last question, greetings and wishes for a human apart; `null` when nothing is kept. */
  lastOf(personId: string): Promise<StoredQuestion | null>;
  byId(id: string): Promise<StoredQuestion | null>;
  /** Questions in the order asked, in batches: for exports and for editors. */
  list(options: {
    readonly since?: Date;
    readonly kinds?: readonly OutcomeKind[];
    readonly after?: Pick<StoredQuestion, 'id' | 'askedAt'> | null;
    readonly limit: number;
  }): Promise<readonly StoredQuestion[]>;
  countSince(since: Date): Promise<readonly QuestionCount[]>;
  /** Deletes questions asked before the moment and returns how many. */
  purge(before: Date): Promise<number>;
}
