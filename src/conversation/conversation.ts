import type { OutcomeKind } from '../answer/outcome.ts';
import type { Language, Locale, Script } from '../language/locale.ts';
import type { Action, Reply, ReplyFile } from '../messages/reply.ts';

/** Who is talking: the channel and the channel's own id of them. Never logged. */
export interface PersonRef {
  readonly channel: 'telegram' | 'web';
  readonly id: string;
}

/** Commands both faces offer. The web shows them as buttons, Telegram as `/commands`. */
export const commands = [
  'start',
  'help',
  'topics',
  'guide',
  'contacts',
  'language',
  'reminders',
  'subscriptions',
  'ask_human',
  'privacy',
  'delete_me',
  'cancel',
] as const;
export type Command = (typeof commands)[number];

/** What a face is to show after a person did something. */
export interface Turn {
  readonly replies: readonly Reply[];
  /** The face should replace the message whose button was pressed instead of sending a new one. */
  readonly replace: boolean;
  /** Files that come with the replies, after them. */
  readonly files?: readonly ReplyFile[];
  /** Short words for a button press that needs no message (Telegram's callback toast, the web's status line). */
  readonly notice?: string;
  /** The locale the person's interface is in after this turn. */
  readonly locale: Locale;
  /**
   * The person's place in a conversation has moved on: the same input, handled again after a crash, would get another
   * turn. A face that may be killed keeps such a turn before it begins to show it.
   */
  readonly moved?: true;
  /** The input was over the person's limit: they were told so, or (after that) it was dropped. */
  readonly limited?: 'told' | 'dropped';
  /** How a question ended, for metrics; nothing of what was asked. */
  readonly question?: { readonly kind: OutcomeKind; readonly language: Language; readonly script: Script };
}

/**
 * A person's dealings with the product, the same on every face: questions, buttons and commands in, replies out.
 * Keeps the person's locale, region and last topic; stores each question's outcome with personal numbers masked.
 * A face only reads its channel's input and renders replies.
 */
export interface Conversation {
  /** Free text: always a question, unless a guide is waiting for a typed answer. */
  ask(person: PersonRef, text: string, hint?: LocaleHint): Promise<Turn>;
  /** A button. An action that no longer exists gets the "old button" reply. */
  press(person: PersonRef, action: Action, hint?: LocaleHint): Promise<Turn>;
  /** A command; `payload` is what followed it (`/start kandas.documents`: an entry, topic, document or guide to open). */
  command(person: PersonRef, command: Command, payload?: string, hint?: LocaleHint): Promise<Turn>;
  /** A place the person shared. Coordinates never come this far. */
  locate(person: PersonRef, place: LocatedPlace, hint?: LocaleHint): Promise<Turn>;
  /** Something that is not text (photo, voice, sticker). */
  notText(person: PersonRef, hint?: LocaleHint): Promise<Turn>;
  /** The person's interface locale. */
  localeOf(person: PersonRef, hint?: LocaleHint): Promise<Locale>;
}

/** Where a person may be, in codes of regions (ISO 3166-2). */
export interface LocatedPlace {
  /** The likeliest first; none: outside Kazakhstan. */
  readonly regions: readonly string[];
  /** False near a border: to be asked, not assumed. */
  readonly sure: boolean;
}

/** What the channel tells of a newcomer's language (Telegram's `language_code`, the browser's `Accept-Language`). */
export interface LocaleHint {
  readonly locale?: Locale;
  /** Names this input: one that is handled again after a crash has the same name. */
  readonly input?: string;
  /** A message was put right after it was sent; when it says what the last question said, nothing is to be answered. */
  readonly edited?: boolean;
}
