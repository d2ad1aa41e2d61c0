import type { PersonRef } from '../conversation/conversation.ts';
import type { Reply } from '../messages/reply.ts';

/** Why a person cannot be given a message, now or ever. A closed list: reports count by it. */
export const failureReasons = [
  /** The person blocked the bot, or never began it. */
  'blocked',
  /** The account is deleted. */
  'deactivated',
  /** Telegram knows no such chat. */
  'chat_not_found',
  /** Telegram refuses the message itself; its words say why. */
  'refused',
  /** It was tried as often as it is worth and never went out. */
  'gave_up',
  /** What is to be changed or deleted is older than Telegram lets one change. */
  'too_old',
] as const;
export type FailureReason = (typeof failureReasons)[number];

/** How handing over a message ended. */
export type DeliveryOutcome<T = readonly string[]> =
  /** `value`: ids of the messages in the channel, in order. */
  | { readonly type: 'delivered'; readonly value: T }
  /** It will not arrive, and the same call would be refused again. `words` are the channel's, without personal data. */
  | { readonly type: 'failed'; readonly reason: FailureReason; readonly words: string }
  /** It surely did not go out (too many calls, nobody reached): try again after so long. `flood`: the channel asks everybody to wait. */
  | { readonly type: 'later'; readonly afterMs: number; readonly why: 'flood' | 'not_sent' | 'token' }
  /** It may or may not have arrived: a cut line, an error page, no answer in time. Repeating it may double it. */
  | { readonly type: 'unclear'; readonly words: string };

/** How a message is to arrive. */
export interface DeliveryOptions {
  /** Without sound (quiet hours). */
  readonly silent?: boolean;
}

/**
 * Reaches a person outside of an answer: a reminder, an operator's words, an announcement. One try a call, no waiting:
 * who calls decides on pace and repetition.
 */
export interface Courier {
  deliver(person: PersonRef, reply: Reply, options?: DeliveryOptions): Promise<DeliveryOutcome>;
}

/** One courier over those of the channels; a channel that is off keeps its people waiting. */
export function createCourier(
  channels: Readonly<Record<PersonRef['channel'], Courier | null>>,
  retryMs = 60_000,
): Courier {
  return {
    async deliver(person, reply, options) {
      const courier = channels[person.channel];
      if (courier === null) return { type: 'later', afterMs: retryMs, why: 'not_sent' };
      return await courier.deliver(person, reply, options);
    },
  };
}
