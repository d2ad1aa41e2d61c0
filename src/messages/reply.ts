import type { Direction, Locale } from '../language/locale.ts';
import type { KeptAction } from './kept-action.ts';

/**
 * The neutral form of everything the product says. The core composes replies; each face
 * (Telegram, web) renders the same reply with its own means. Texts are already in the
 * reader's locale and script. Nothing here is markup: faces build entities or DOM nodes.
 */

/** A run of text inside a block. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong'; readonly text: string }
  | { readonly type: 'link'; readonly text: string; readonly url: string };

/** Why a note stands in a message; faces may choose a sign and a colour for it. */
export type NoteTone = 'info' | 'warning' | 'uncertain' | 'unofficial' | 'converted' | 'urgent';

/** Where a statement comes from, as shown under an answer. */
export interface Citation {
  readonly title: string;
  readonly clause?: string;
  readonly url?: string;
  /** ISO date of the source. */
  readonly date?: string;
  /** The whole line in the reader's language: title, clause, date. */
  readonly line: string;
}

export type Block =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'paragraph'; readonly content: readonly Inline[] }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly title?: string;
      readonly items: readonly string[];
    }
  | {
      /** Wording of an act. Folded in Telegram (expandable), `<details>` on the web. */
      readonly type: 'quote';
      readonly title: string;
      readonly text: string;
      readonly lang: Locale;
      readonly dir: Direction;
      /** false = our own unofficial translation or a converted script. */
      readonly official: boolean;
    }
  | { readonly type: 'note'; readonly tone: NoteTone; readonly text: string }
  | { readonly type: 'sources'; readonly title: string; readonly items: readonly Citation[] }
  | {
      readonly type: 'table';
      readonly title: string;
      readonly columns: readonly string[];
      readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
    }
  | {
      /** A body with its contacts. Telegram adds copy buttons, the web `tel:` links. */
      readonly type: 'contact';
      readonly name: string;
      readonly lines: readonly string[];
      readonly phones: readonly string[];
      readonly url?: string;
      readonly map?: string;
    };

/** What pressing a button does. Travels as a short code (see `action.ts`), never as state. */
export type Action =
  | KeptAction
  | { readonly do: 'entry'; readonly id: string }
  | { readonly do: 'clause'; readonly id: string }
  | { readonly do: 'subject'; readonly id: string }
  | { readonly do: 'document'; readonly id: string }
  | { readonly do: 'topics' }
  | { readonly do: 'topic'; readonly id: string; readonly page?: number }
  | { readonly do: 'body'; readonly id: string }
  | { readonly do: 'region'; readonly code: string; readonly subject?: string }
  /** Who to turn to in a region; unlike `region` it is not kept as the person's own. */
  | { readonly do: 'place'; readonly code: string }
  | { readonly do: 'guide'; readonly id: string }
  | { readonly do: 'guide_step'; readonly guide: string; readonly step: string; readonly choice: string }
  | { readonly do: 'guide_move'; readonly guide: string; readonly move: GuideMove }
  /** Asks an answered step of a guide again. */
  | { readonly do: 'guide_change'; readonly guide: string; readonly step: string }
  | { readonly do: 'guides' }
  | { readonly do: 'clear_context' }
  | { readonly do: 'human' }
  /** Ways with the desk: write to it, send it the last question, let it be, end the conversation. */
  | { readonly do: 'desk'; readonly step: DeskStep }
  /** The person wants to be told once there is an answer to this question. */
  | { readonly do: 'hear_back'; readonly answer: string }
  | { readonly do: 'my_data' }
  /** Asks whether the person is sure; `forget` is their answer. */
  | { readonly do: 'forget_ask' }
  | { readonly do: 'forget'; readonly sure: boolean }
  /** Says what is to be, so that pressing twice changes nothing; `topic` with `on` and `off` only. */
  | { readonly do: 'subscription'; readonly what: SubscriptionChange; readonly topic?: string }
  /** A button inside an announcement: what it is about, no more of them, or them again after all. */
  | { readonly do: 'announcement'; readonly id: string; readonly what: AnnouncementMove }
  | { readonly do: 'language'; readonly locale: Locale }
  | { readonly do: 'feedback'; readonly answer: string; readonly helpful: boolean }
  | { readonly do: 'feedback_reason'; readonly answer: string; readonly reason: FeedbackReason }
  /** A button of a staff command (`staff/permissions.ts`); who presses it is checked at every press. */
  | { readonly do: 'staff'; readonly command: string; readonly args: readonly string[] };

/** Ways inside a guide beside answering. `change` offers the answers given; `show` goes on where one was. */
export const guideMoves = ['back', 'over', 'leave', 'change', 'show'] as const;
export type GuideMove = (typeof guideMoves)[number];

export const subscriptionChanges = ['on', 'off', 'all', 'none', 'mute_week', 'mute_month', 'resume'] as const;
export type SubscriptionChange = (typeof subscriptionChanges)[number];
export const announcementMoves = ['open', 'stop', 'resume'] as const;
export type AnnouncementMove = (typeof announcementMoves)[number];
export const deskSteps = ['write', 'last', 'no', 'end'] as const;
export type DeskStep = (typeof deskSteps)[number];

export const feedbackReasons = ['wrong', 'unclear', 'incomplete', 'outdated', 'off_topic'] as const;
export type FeedbackReason = (typeof feedbackReasons)[number];

export type Button =
  | {
      readonly label: string;
      readonly action: Action;
      /** A box to tick: ticked or not. Absent for ordinary buttons. */
      readonly pressed?: boolean;
    }
  /** An address on the web, or on the web face a path of its own (`/checklist/…`). */
  | { readonly label: string; readonly url: string }
  | { readonly label: string; readonly copy: string };

/** One message to a person. */
export interface Reply {
  readonly locale: Locale;
  readonly dir: Direction;
  readonly blocks: readonly Block[];
  /** Rows of buttons. */
  readonly buttons: readonly (readonly Button[])[];
  /**
   * Names what is shown when the message is changed in place again and again (`checklist.kandas.documents`): a face that
   * keeps a history keeps the newest state in the old one's place.
   */
  readonly view?: string;
}

/** A file that goes with replies: made anew each time, never stored. */
export interface ReplyFile {
  /** With its extension, in ASCII: shown and saved under this name. */
  readonly name: string;
  /** Media type, with the charset for text. */
  readonly type: string;
  readonly bytes: Uint8Array;
}
