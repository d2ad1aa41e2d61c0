import type { InlineKeyboardMarkup, MessageEntity } from 'grammy/types';
import type { Reply, ReplyFile } from '../../messages/reply.ts';
import type { Texts } from '../../messages/texts.ts';
import { blockText } from './blocks.ts';
import { keyboard } from './keyboard.ts';
import { plain } from './rich-text.ts';
import { split } from './split.ts';

/** One message as it is sent. */
export interface TelegramMessage {
  readonly text: string;
  readonly entities: MessageEntity[];
  readonly keyboard?: InlineKeyboardMarkup;
}

/** A file as it is sent. Base64, for what could not be sent waits in the outbox as JSON; files are tens of kilobytes. */
export interface TelegramFile {
  readonly file: string;
  /** Shown as a picture, not as a file to open. */
  readonly photo?: true;
  readonly base64: string;
}

/** A file of a turn, to be sent after its replies. */
export function renderFile({ name, type, bytes }: ReplyFile): TelegramFile {
  const photo = type === 'image/png' ? ({ photo: true } as const) : {};
  return { file: name, base64: Buffer.from(bytes).toString('base64'), ...photo };
}

/**
 * A reply as Telegram messages: text with entities, never markup, so that nothing a person or a source wrote can be
 * read as formatting. Buttons stand under the last message. None for a reply without text and buttons.
 */
export function renderReply(reply: Reply, texts: Texts): TelegramMessage[] {
  const pieces = split(
    reply.blocks.map((block) => ({ rich: blockText(block, reply.dir), opens: block.type === 'heading' })),
  );
  const buttons = keyboard(reply, texts.for(reply.locale));
  // Telegram refuses a keyboard without a text.
  if (pieces.length === 0 && buttons !== undefined) pieces.push(plain('…'));
  return pieces.map((piece, index) => ({
    text: piece.text,
    entities: [...piece.entities],
    ...(buttons !== undefined && index === pieces.length - 1 ? { keyboard: buttons } : {}),
  }));
}
