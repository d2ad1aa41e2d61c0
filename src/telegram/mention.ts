import type { MessageEntity, User } from 'grammy/types';

/** A message of a group, as far as it matters here. */
export interface GroupMessage {
  readonly text?: string | undefined;
  readonly entities?: readonly MessageEntity[] | undefined;
  /** The words under a picture or a file. */
  readonly caption?: string | undefined;
  readonly caption_entities?: readonly MessageEntity[] | undefined;
  readonly reply_to_message?:
    | {
        readonly from?: Pick<User, 'id'> | undefined;
        readonly text?: string | undefined;
        readonly caption?: string | undefined;
      }
    | undefined;
}

/**
 * The question a group asks the bot: the text without the mention, when the bot is mentioned or its message replied
 * to; the text replied to, when the message is nothing but a mention under somebody else's question. `null` = not for us.
 */
export function questionToBot(
  message: GroupMessage,
  bot: { readonly id: number; readonly username: string },
): string | null {
  const text = message.text ?? message.caption ?? '';
  const mentions = (message.entities ?? message.caption_entities ?? []).filter((entity) =>
    isMention(text, entity, bot),
  );
  const replied = message.reply_to_message;
  const toBot = replied?.from?.id === bot.id;
  if (mentions.length === 0 && !toBot) return null;
  let question = text;
  for (const { offset, length } of [...mentions].sort((a, b) => b.offset - a.offset)) {
    question = `${question.slice(0, offset)} ${question.slice(offset + length)}`;
  }
  question = question.replace(/[ \t]+/gu, ' ').trim();
  if (question === '' && !toBot) question = (replied?.text ?? replied?.caption ?? '').trim();
  return question;
}

function isMention(
  text: string,
  entity: MessageEntity,
  bot: { readonly id: number; readonly username: string },
): boolean {
  const name = text.slice(entity.offset, entity.offset + entity.length).toLowerCase();
  if (entity.type === 'mention') return name === `@${bot.username.toLowerCase()}`;
  return entity.type === 'text_mention' && entity.user?.id === bot.id;
}
