import type { DeliveryOutcome } from '../delivery/courier.ts';
import type { Reply } from '../messages/reply.ts';

/** What became of a message for the staff's group. */
export type PostOutcome =
  | DeliveryOutcome<number>
  /** The topic was deleted. */
  | { readonly type: 'gone' }
  /** The topic is closed and must be opened first. */
  | { readonly type: 'closed' };

/** What became of a wish for a topic. */
export type TopicOutcome =
  | DeliveryOutcome<number>
  /** The group has no topics, or the bot may not make them. */
  | { readonly type: 'no_topics'; readonly words: string };

/** The group in which staff answer people. One call, one outcome; nothing is repeated or waited for. */
export interface StaffGroup {
  readonly chat: string;
  /** @param topic `null` in a group without topics */
  post(topic: number | null, reply: Reply): Promise<PostOutcome>;
  createTopic(name: string): Promise<TopicOutcome>;
  openTopic(topic: number): Promise<void>;
  closeTopic(topic: number): Promise<void>;
  deleteTopic(chat: string, topic: number): Promise<void>;
  /** Marks a message of the staff as delivered. */
  markDelivered(chat: string, message: number): Promise<void>;
}
