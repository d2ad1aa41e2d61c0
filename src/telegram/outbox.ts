import type { Conversations } from '../store/ports/conversations.ts';
import type { TelegramMessage } from './render/render.ts';

/** Messages that could not be delivered yet, and where they belong. */
export interface Delivery {
  readonly chat: number;
  /** The person's external id, so that their data can be deleted. */
  readonly person: string;
  /** The message to be changed by the first of them. */
  readonly pressed?: number;
  readonly messages: readonly TelegramMessage[];
}

/**
 * Keeps what is left to be sent when Telegram cannot be reached. The update is tried again later, and without this
 * it would be answered anew: the question counted twice, the parts that did arrive sent twice.
 * Written only when something failed; an ordinary answer costs nothing.
 */
export interface Outbox {
  keep(updateId: number, delivery: Delivery): Promise<void>;
  read(updateId: number): Promise<Delivery | null>;
  drop(updateId: number): Promise<void>;
}

export function createOutbox(conversations: Pick<Conversations, 'read' | 'write' | 'delete'>): Outbox {
  const key = (updateId: number): string => `outbox:${updateId}`;
  return {
    async keep(updateId, delivery) {
      await conversations.write('telegram', key(updateId), delivery, { owner: delivery.person });
    },
    async read(updateId) {
      const kept = await conversations.read('telegram', key(updateId));
      return kept === null ? null : (kept.value as Delivery);
    },
    drop: (updateId) => conversations.delete('telegram', key(updateId)),
  };
}
