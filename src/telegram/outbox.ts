import type { Conversations } from '../store/ports/conversations.ts';
import type { TelegramFile, TelegramMessage } from './render/render.ts';

/** Messages that could not be delivered yet, and where they belong. */
export interface Delivery {
  readonly chat: number;
  /** The person's external id, so that their data can be deleted. */
  readonly person: string;
  /** The message to be changed by the first of them. */
  readonly pressed?: number;
  readonly messages: readonly (TelegramMessage | TelegramFile)[];
}

/**
 * Keeps what is left to be sent of an update's answer, for the next try of the update. Without it the update would be
 * answered anew: the question counted twice, the parts that did arrive sent twice, a guide's step taken twice.
 * An ordinary answer of one message is never written here: it costs nothing unless something failed.
 */
export interface Outbox {
  keep(updateId: number, delivery: Delivery): Promise<void>;
  read(updateId: number): Promise<Delivery | null>;
  /** The update is settled; forgets what this process kept of it or read. */
  drop(updateId: number): Promise<void>;
}

export function createOutbox(conversations: Pick<Conversations, 'read' | 'write' | 'delete'>): Outbox {
  const key = (updateId: number): string => `outbox:${updateId}`;
  /** Updates with a row; settling all others needs no query. */
  const kept = new Set<number>();
  return {
    async keep(updateId, delivery) {
      kept.add(updateId);
      await conversations.write('telegram', key(updateId), delivery, { owner: delivery.person });
    },
    async read(updateId) {
      const row = await conversations.read('telegram', key(updateId));
      if (row === null) return null;
      kept.add(updateId);
      return row.value as Delivery;
    },
    async drop(updateId) {
      if (kept.delete(updateId)) await conversations.delete('telegram', key(updateId));
    },
  };
}
