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
  /**
   * Appends messages in order and drops the oldest beyond `keep`.
   * @param options.pushed they are no answer to what the person did on the page: an open page must be told of them
   */
  append(
    personId: string,
    messages: readonly Pick<HistoryMessage, 'author' | 'payload'>[],
    keep: number,
    options?: { readonly pushed?: boolean },
  ): Promise<void>;
  /** Puts another payload in a message's place; nothing happens when the message is gone. */
  replace(personId: string, id: number, payload: unknown): Promise<void>;
  /** Oldest first. */
  list(personId: string, limit: number): Promise<readonly HistoryMessage[]>;
  /** Pushed messages after an id, oldest first. */
  pushedAfter(personId: string, id: number, limit: number): Promise<readonly HistoryMessage[]>;
  /** The newest pushed message of each of these people who has one. */
  newestPushed(personIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  clear(personId: string): Promise<void>;
  /** Deletes messages written before the moment and returns how many. */
  purge(before: Date): Promise<number>;
}
