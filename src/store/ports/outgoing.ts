/** A message that is to go out by itself, stored before it is sent. */
export interface NewOutgoing {
  /** Unique; a message with a known key is stored already. */
  readonly key: string;
  /** Messages of one line go out in order, one at a time. */
  readonly line: string;
  /** Into the staff's group; otherwise to the person. */
  readonly toStaff: boolean;
  /** Whom it is to, or about; deleted with them. */
  readonly personId: string | null;
  /** Any JSON. */
  readonly payload: unknown;
}

/** A message in hand. */
export interface Outgoing extends NewOutgoing {
  readonly seq: number;
  /** 1 at the first try. */
  readonly tries: number;
}

/** How a message ended. */
export type OutgoingEnd =
  /** `chat` and `messageId` name it in the staff's group, so that replies to it can be told. */
  | { readonly state: 'sent'; readonly chat?: string; readonly messageId?: number }
  | { readonly state: 'failed' | 'unclear'; readonly reason: string };

/**
 * Durable messages of the desk. A message is claimed before it is sent and settled after it, so a process may die at
 * any point: what it had in hand is seen by the next. One process sends at a time (a lease of the job).
 */
export interface OutgoingQueue {
  /** Stores messages in one write, in order; returns how many were new. */
  add(messages: readonly NewOutgoing[]): Promise<number>;
  /** Takes the first message of each line that is due. Nobody who blocks the bot is written to: theirs wait. */
  claim(limit: number): Promise<readonly Outgoing[]>;
  settle(seq: number, end: OutgoingEnd): Promise<void>;
  /** It did not go out: tried again after `delayMs`. `uncounted`: this was no try of it. */
  later(seq: number, delayMs: number, options?: { readonly uncounted?: boolean }): Promise<void>;
  /** Frees what a dead process had in hand, and returns how many. */
  takeOver(): Promise<number>;
  /** The person whom a message in the staff's group is about. */
  personOfMessage(chat: string, messageId: number): Promise<string | null>;
  waiting(): Promise<number>;
  /** Deletes messages that ended before the moment, and those nobody took for as long; returns how many. */
  purge(before: Date): Promise<number>;
}
