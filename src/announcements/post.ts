import type { DeliveryOutcome } from '../delivery/courier.ts';
import type { Reply } from '../messages/reply.ts';

/** What goes into one message. */
export interface PostContent {
  /** Must fit into one message. The same object for all readers of a locale, so that it is rendered once. */
  readonly reply: Reply;
  readonly media: PostMedia | null;
}

export interface PostMedia {
  readonly kind: 'photo' | 'document';
  /** Telegram's file id, or bytes to be uploaded. */
  readonly source: { readonly fileId: string } | { readonly name: string; readonly bytes: Uint8Array };
}

/** How a message goes out. */
export interface PostOptions {
  /** By Telegram's paid broadcast. */
  readonly paid?: boolean;
  /** Arrives without sound: the reader sleeps. */
  readonly silent?: boolean;
}

/** What came of a sent message. */
export interface Posted {
  readonly messageId: string;
  /** Telegram's id of the file that went with it. */
  readonly fileId: string | null;
}

/** Sends, changes and deletes single messages; one try a call, never waiting. The sender decides on pace and repetition. */
export interface AnnouncementPost {
  send(chat: string, content: PostContent, options?: PostOptions): Promise<DeliveryOutcome<Posted>>;
  /** Puts a new text in place; the photo or document stays. Delivered, too, when it already reads so. */
  edit(chat: string, messageId: string, content: PostContent): Promise<DeliveryOutcome<null>>;
  remove(chat: string, messageId: string): Promise<DeliveryOutcome<null>>;
}
