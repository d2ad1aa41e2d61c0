import { type Api, InputFile } from 'grammy';
import type { InlineKeyboardMarkup, Message } from 'grammy/types';
import type { AnnouncementPost, PostContent, PostMedia } from '../announcements/post.ts';
import type { DeliveryOutcome } from '../delivery/courier.ts';
import type { Reply } from '../messages/reply.ts';
import type { Texts } from '../messages/texts.ts';
import type { TelegramCourier } from './courier.ts';
import { renderReply, type TelegramMessage } from './render/render.ts';

const noPreview = { link_preview_options: { is_disabled: true } } as const;

/** Announcements as Telegram messages, each by one classified call of the courier. */
export function createAnnouncementPost(
  courier: Pick<TelegramCourier, 'call'>,
  texts: Texts,
): AnnouncementPost {
  const rendered = new WeakMap<Reply, TelegramMessage>();
  const render = (reply: Reply): TelegramMessage => {
    const known = rendered.get(reply);
    if (known !== undefined) return known;
    const [message, ...more] = renderReply(reply, texts);
    // The check before confirming keeps this from happening; half an announcement must not go out.
    if (message === undefined || more.length > 0)
      throw new RangeError('an announcement must fit into exactly one message');
    rendered.set(reply, message);
    return message;
  };

  return {
    async send(chat, content, { paid = false, silent = false } = {}) {
      const message = render(content.reply);
      const options = {
        ...markup(message),
        ...(paid ? { allow_paid_broadcast: true } : {}),
        ...(silent ? { disable_notification: true } : {}),
      };
      return mapped(
        await courier.call((api) => sendTo(api, chat, message, content.media, options)),
        (sent) => ({
          messageId: String(sent.message_id),
          fileId: fileIdOf(sent),
        }),
      );
    },

    async edit(chat, messageId, content: PostContent) {
      const { text, entities, ...rest } = render(content.reply);
      const id = Number(messageId);
      const outcome = await courier.call((api) =>
        content.media === null
          ? api.editMessageText(chat, id, text, { entities, ...noPreview, ...markup(rest) })
          : api.editMessageCaption(chat, id, { caption: text, caption_entities: entities, ...markup(rest) }),
      );
      if (outcome.type === 'failed' && /message is not modified/iu.test(outcome.words))
        return { type: 'delivered', value: null };
      return mapped(outcome, () => null);
    },

    async remove(chat, messageId) {
      const outcome = await courier.call((api) => api.deleteMessage(chat, Number(messageId)));
      // The person deleted it themselves: what was wanted is so.
      if (outcome.type === 'failed' && /message to delete not found/iu.test(outcome.words))
        return { type: 'delivered', value: null };
      return mapped(outcome, () => null);
    },
  };
}

interface Options {
  readonly reply_markup?: InlineKeyboardMarkup;
  readonly allow_paid_broadcast?: boolean;
  readonly disable_notification?: boolean;
}

function sendTo(
  api: Api,
  chat: string,
  { text, entities }: TelegramMessage,
  media: PostMedia | null,
  options: Options,
): Promise<Message> {
  if (media === null) return api.sendMessage(chat, text, { entities, ...noPreview, ...options });
  const { source } = media;
  const file = 'fileId' in source ? source.fileId : new InputFile(source.bytes, source.name);
  const caption = { caption: text, caption_entities: entities, ...options };
  return media.kind === 'photo' ? api.sendPhoto(chat, file, caption) : api.sendDocument(chat, file, caption);
}

function markup({ keyboard }: Pick<TelegramMessage, 'keyboard'>): Pick<Options, 'reply_markup'> {
  return keyboard === undefined ? {} : { reply_markup: keyboard };
}

/** Of a photo's sizes the last is the largest. */
function fileIdOf(message: Message): string | null {
  return message.document?.file_id ?? message.photo?.at(-1)?.file_id ?? null;
}

function mapped<T, U>(outcome: DeliveryOutcome<T>, change: (value: T) => U): DeliveryOutcome<U> {
  return outcome.type === 'delivered' ? { type: 'delivered', value: change(outcome.value) } : outcome;
}
