import type { OutcomeKind } from '../../answer/outcome.ts';
import type { Language, Script } from '../../language/locale.ts';

/** How many questions were of a kind in a time, and how they were rated. */
export interface KindCount {
  readonly kind: OutcomeKind;
  readonly language: Language;
  readonly script: Script;
  readonly count: number;
  readonly helpful: number;
  readonly unhelpful: number;
}

/** Questions of one piece of a time. */
export interface TimeCount {
  /** From 0; pieces without questions are left out. */
  readonly piece: number;
  readonly answered: number;
  readonly other: number;
}

/** People as they are counted. */
export interface PeopleCounts {
  /** People who can be reached in Telegram. */
  readonly reachable: number;
  /** First seen in the time, on any channel. */
  readonly arrived: number;
  /** Blocked the bot in the time and did not come back. */
  readonly blocked: number;
}

/** Sums over what is stored: nothing here names a person. Times run from `since` up to, not including, `until`. */
export interface Statistics {
  kinds(since: Date, until: Date): Promise<readonly KindCount[]>;
  /** How often each entry was the answer, most often first. */
  entries(since: Date, until: Date): Promise<readonly { readonly entry: string; readonly count: number }[]>;
  /** Questions by pieces of `pieceMs` counted from `since`. */
  timeline(since: Date, until: Date, pieceMs: number): Promise<readonly TimeCount[]>;
  people(since: Date, until: Date): Promise<PeopleCounts>;
}
