import { type Api, GrammyError } from 'grammy';
import { describeFailure, failureOf } from './failure.ts';
import type { TelegramLog } from './log.ts';
import type { TelegramMessage } from './render/render.ts';

const noPreview = { link_preview_options: { is_disabled: true } } as const;

export interface Sender {
  /** Sends messages in order. @throws what the Bot API answered, when a message cannot be delivered. */
  send(chat: number, messages: readonly TelegramMessage[], replyTo?: number): Promise<void>;
  /** Puts a message in another one's place; sends it anew when Telegram no longer lets the old one be changed. */
  replace(chat: number, message: number, messages: readonly TelegramMessage[]): Promise<void>;
}

export function createSender(api: Api, logger: TelegramLog): Sender {
  const sendOne = async (chat: number, message: TelegramMessage, replyTo?: number): Promise<void> => {
    const reply =
      replyTo === undefined
        ? {}
        : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } };
    const markup = message.keyboard === undefined ? {} : { reply_markup: message.keyboard };
    try {
      await api.sendMessage(chat, message.text, {
        entities: message.entities,
        ...noPreview,
        ...reply,
        ...markup,
      });
    } catch (error) {
      if (failureOf(error) !== 'refused') throw error;
      // One bad link or button would otherwise cost the person the whole answer.
      logger.error(
        { reason: describeFailure(error) },
        'a message was refused; sent without marks and buttons',
      );
      await api.sendMessage(chat, message.text, { ...noPreview, ...reply });
    }
  };
  const send: Sender['send'] = async (chat, messages, replyTo) => {
    for (const message of messages) await sendOne(chat, message, replyTo);
  };
  return {
    send,
    async replace(chat, messageId, messages) {
      const [first, ...rest] = messages;
      if (first === undefined) return;
      try {
        const markup = first.keyboard === undefined ? {} : { reply_markup: first.keyboard };
        await api.editMessageText(chat, messageId, first.text, {
          entities: first.entities,
          ...noPreview,
          ...markup,
        });
      } catch (error) {
        if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
        // Pressed twice: the message already shows what was asked for.
        if (/message is not modified/iu.test(error.description)) return;
        // Older than 48 hours, or deleted by the person.
        await send(chat, messages);
        return;
      }
      await send(chat, rest);
    },
  };
}
