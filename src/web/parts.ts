import type { CurrentAnnouncement } from '../announcements/current.ts';
import type { Answerer } from '../answer/answerer.ts';
import type { Sheet } from '../checklists/sheet.ts';
import type { Config } from '../config/config.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Locale } from '../language/locale.ts';
import type { AddressLimits } from '../limits/addresses.ts';
import type { Reply } from '../messages/reply.ts';
import type { Texts } from '../messages/texts.ts';
import type { Clock } from '../operations/clock.ts';
import type { Health } from '../operations/health.ts';
import type { Logger } from '../operations/logger.ts';
import type { Store } from '../store/ports/store.ts';
import type { Webhook } from '../telegram/webhook.ts';
import type { MailroomOptions } from './mailroom.ts';

/** What the web face works with. */
export interface WebParts {
  readonly config: Pick<Config, 'web'>;
  readonly conversation: Conversation;
  /** For shared links to one answer: nobody in particular asks. */
  readonly answerer: () => Answerer;
  readonly store: Store;
  /** A visitor's checklist as it goes to paper; `null` when they have none of the entry. */
  readonly sheet: (personId: string, entry: string, locale: Locale) => Promise<Sheet | null>;
  readonly texts: Texts;
  readonly logger: Logger;
  readonly health: Health;
  readonly metrics: { readonly contentType: string; render(): Promise<string> };
  readonly clock: Clock;
  /** How long calls of open pages are held, and how many; see the mailroom. */
  readonly mailroom?: MailroomOptions;
  /** Mounted at `POST /telegram/webhook`; `null` when Telegram is polled or off. */
  readonly telegramWebhook: Webhook | null;
  /** What stands on the page while staff have switched the chat's answers off; `null` = they are on. */
  readonly banner?: (locale: Locale) => Promise<Reply | null>;
  /** How much one network address may do. */
  readonly addressLimits: AddressLimits;
  /** Told of a request turned away by one of them. */
  readonly onLimited?: (limit: 'address_requests' | 'address_sessions', end: 'told' | 'dropped') => void;
  /** Announcements for readers of a locale, shown above the conversation. */
  readonly announcements?: (locale: Locale) => Promise<readonly CurrentAnnouncement[]>;
  /** Runs the handling of one input of a visitor, a trace of which is made around it. */
  readonly handling?: <T>(work: () => Promise<T>) => Promise<T>;
  /** Told how long a request took; routes by their pattern, never by their address. */
  readonly onRequest?: (route: string, status: number, seconds: number) => void;
}
