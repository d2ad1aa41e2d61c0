/** One message of a web chat, as it is shown again after a reload or a restart. */
export interface HistoryMessage {
  /** Rises with time. */
  readonly id: number;
  readonly author: 'user' | 'bot';
  /** Text of a person (masked), or a reply as JSON. */
  readonly payload: unknown;
  readonly at: Date;
}

/** Histories of the web chat. Telegram keeps its own; the web page has nothing else to remember it by. */
export interface History {
  /** Appends messages in order and drops the oldest beyond `keep`. */
  append(
    personId: string,
    messages: readonly Pick<HistoryMessage, 'author' | 'payload'>[],
    keep: number,
  ): Promise<void>;
  /** Oldest first. */
  list(personId: string, limit: number): Promise<readonly HistoryMessage[]>;
  clear(personId: string): Promise<void>;
  /** Deletes messages written before the moment and returns how many. */
  purge(before: Date): Promise<number>;
}
