import type { Answerer } from '../answer/answerer.ts';
import type { Conversation, Turn } from '../conversation/conversation.ts';
import type { Texts } from '../messages/texts.ts';
import type { People } from '../store/ports/people.ts';
import type { TelegramLog } from './log.ts';
import type { Outbox } from './outbox.ts';
import type { Sender } from './send.ts';

/** What the features of the bot work with. */
export interface FeatureParts {
  readonly conversation: Conversation;
  /** For places where nobody in particular asks: inline queries and groups. Without it neither answers. */
  readonly answerer?: () => Answerer;
  readonly texts: Texts;
  readonly people: Pick<People, 'find' | 'block'>;
  readonly logger: TelegramLog;
  readonly sender: Sender;
  readonly outbox: Outbox;
  /** Without `@`. */
  readonly username: string;
  readonly botId: number;
  /** Told of every turn that was shown, for metrics. */
  readonly onTurn?: (turn: Turn) => void;
}

/** A person of Telegram as the conversation knows them. */
export function personOf(user: { readonly id: number }): { channel: 'telegram'; id: string } {
  return { channel: 'telegram', id: String(user.id) };
}
