import { createHash, timingSafeEqual } from 'node:crypto';
import { describeFailure } from './failure.ts';
import type { TelegramLog } from './log.ts';
import { type UpdateSink, updateIdOf } from './updates.ts';

/** Status for the web server to answer with. Bodies are empty: nobody reads them. */
export type WebhookStatus = 200 | 400 | 503;

/** Header that carries the secret, in lower case as Node gives it. */
export const secretHeaderName = 'x-telegram-bot-api-secret-token';

/** Largest body worth reading, in bytes; the web server refuses more with 413. */
export const maxWebhookBody = 1_000_000;

/** Telegram's calls, in two steps: who calls is asked before a byte of the body is read. */
export interface Webhook {
  /** Whether the header carries the secret. Asked first: a forged call must cost nothing, and learn nothing. */
  admits(secretHeader: string | undefined): boolean;
  /**
   * Takes an update of an admitted call: 200 once it is stored, never waiting for the answer to it. Telegram's own
   * time limit is short, and slow answers there end in the same update sent again and again.
   */
  take(update: unknown): Promise<WebhookStatus>;
}

export function createWebhook(parts: {
  readonly secret: string;
  readonly sink: UpdateSink;
  readonly logger: TelegramLog;
}): Webhook {
  const expected = digest(parts.secret);
  return {
    admits: (secretHeader) =>
      // Digests have one length: the comparison tells nothing about the secret, not even its length.
      secretHeader !== undefined && timingSafeEqual(digest(secretHeader), expected),
    async take(update) {
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
    },
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
