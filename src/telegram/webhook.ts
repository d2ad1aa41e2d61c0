import { createHash, timingSafeEqual } from 'node:crypto';
import { describeFailure } from './failure.ts';
import type { TelegramLog } from './log.ts';
import { type UpdateSink, updateIdOf } from './updates.ts';

/** Status for the web server to answer with. Bodies are empty: nobody reads them. */
export type WebhookStatus = 200 | 400 | 401 | 503;

/** Header that carries the secret, in lower case as Node gives it. */
export const secretHeaderName = 'x-telegram-bot-api-secret-token';

/** Largest body worth reading, in bytes; the web server refuses more with 413. */
export const maxWebhookBody = 1_000_000;

/**
 * Handles one webhook call: 200 once the update is stored, never waiting for the answer to it. Telegram's own
 * time limit is short, and slow answers there end in the same update sent again and again.
 */
export type WebhookHandler = (update: unknown, secretHeader: string | undefined) => Promise<WebhookStatus>;

export function createWebhook(parts: {
  readonly secret: string;
  readonly sink: UpdateSink;
  readonly logger: TelegramLog;
}): WebhookHandler {
  const expected = digest(parts.secret);
  return async (update, secretHeader) => {
    // Digests have one length: the comparison tells nothing about the secret, not even its length.
    if (secretHeader === undefined || !timingSafeEqual(digest(secretHeader), expected)) return 401;
    if (updateIdOf(update) === null) return 400;
    try {
      await parts.sink.accept([update]);
      return 200;
    } catch (error) {
      parts.logger.error(
        { reason: describeFailure(error) },
        'an update could not be stored; Telegram will send it again',
      );
      return 503;
    }
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
