import type { Channel } from './people.ts';

export interface StoredConversation {
  readonly value: unknown;
  /** Rises by one with each write. */
  readonly revision: number;
}

/** State of running conversations: guides in Telegram and on the web. Values are any JSON. */
export interface Conversations {
  read(channel: Channel, key: string): Promise<StoredConversation | null>;
  /**
   * Writes a value and returns its new revision. With `expected` (0 = must not exist) nothing is written
   * and `null` returned when somebody else wrote meanwhile: two tabs, two replicas.
   * @param owner the person's external id, so that their data can be deleted; defaults to the key.
   */
  write(
    channel: Channel,
    key: string,
    value: unknown,
    options?: { readonly expected?: number; readonly owner?: string },
  ): Promise<number | null>;
  delete(channel: Channel, key: string): Promise<void>;
  /** Deletes conversations untouched since `before`: abandoned ones hold what people typed. Returns how many. */
  purge(before: Date): Promise<number>;
}
