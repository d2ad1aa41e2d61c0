import { type Api, GrammyError, InputFile } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import { describeFailure, failureOf } from './failure.ts';
import type { TelegramLog } from './log.ts';
import type { TelegramFile, TelegramMessage } from './render/render.ts';

const noPreview = { link_preview_options: { is_disabled: true } } as const;

export interface Sender {
  /** Sends one message or file. @throws what the Bot API answered, when it cannot be delivered. */
  send(chat: number, message: TelegramMessage | TelegramFile, replyTo?: number): Promise<void>;
  /** Puts a message in another one's place; sends it anew when Telegram no longer lets the old one be changed. */
  replace(chat: number, messageId: number, message: TelegramMessage): Promise<void>;
}

export function createSender(api: Api, logger: TelegramLog): Sender {
  const send: Sender['send'] = async (chat, message, replyTo) => {
    if ('file' in message) {
      const file = new InputFile(Buffer.from(message.base64, 'base64'), message.file);
      if (message.photo === true) await api.sendPhoto(chat, file);
      else await api.sendDocument(chat, file);
      return;
    }
    const { text, entities, keyboard } = message;
    const reply =
      replyTo === undefined
        ? {}
        : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } };
    try {
      await api.sendMessage(chat, text, { entities, ...noPreview, ...reply, ...markup(keyboard) });
    } catch (error) {
      if (failureOf(error) !== 'refused') throw error;
      // One bad link or button would otherwise cost the person the whole answer.
      logger.error(
        { reason: describeFailure(error) },
        'a message was refused; sent without marks and buttons',
      );
      await api.sendMessage(chat, text, { ...noPreview, ...reply });
    }
  };
  return {
    send,
    async replace(chat, messageId, message) {
      const { text, entities, keyboard } = message;
      try {
        await api.editMessageText(chat, messageId, text, { entities, ...noPreview, ...markup(keyboard) });
      } catch (error) {
        if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
        // Pressed twice: the message already shows what was asked for.
        if (/message is not modified/iu.test(error.description)) return;
        // Older than 48 hours, or deleted by the person.
        await send(chat, message);
      }
    },
  };
}

function markup(keyboard: TelegramMessage['keyboard']): { reply_markup?: InlineKeyboardMarkup } {
  return keyboard === undefined ? {} : { reply_markup: keyboard };
}
