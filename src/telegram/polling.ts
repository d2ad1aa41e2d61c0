import { Api, GrammyError } from 'grammy';
import { backoff, type Pause, realPause } from '../operations/pause.ts';
import { countingCalls, type MadeCall } from './count-calls.ts';
import { describeFailure, failureOf } from './failure.ts';
import type { TelegramLog } from './log.ts';
import { allowedUpdates, type UpdateSink, updateIdOf } from './updates.ts';

export interface PollingParts {
  readonly token: string;
  readonly apiRoot: string;
  readonly sink: UpdateSink;
  readonly logger: TelegramLog;
  /** Told when polling works again, and when it does not, with the reason for the operator. */
  readonly onUp?: () => void;
  readonly onDown?: (reason: string) => void;
  /** Seconds Telegram may hold a call open. */
  readonly holdSeconds?: number;
  /** Told of every call, for metrics. */
  readonly onCall?: (call: MadeCall) => void;
  readonly pause?: Pause;
  readonly random?: () => number;
}

/** Why polling ended: stopped by us, or refused for good. */
export type PollingEnd = 'stopped' | 'token';

const conflict =
  'another program receives the updates of this bot (a second copy with the same BOT_TOKEN, or a webhook); trying again';
const revoked =
  'Telegram refuses BOT_TOKEN: it is wrong or was revoked; take the current one from @BotFather';

/**
 * Long polling. Updates are acknowledged (by the next call's offset) only after the sink has stored them: a kill in
 * between makes Telegram send them again, and the inbox knows repeats. Ends when the signal is aborted or the token refused.
 */
export async function poll(parts: PollingParts, signal: AbortSignal): Promise<PollingEnd> {
  const { sink, logger, holdSeconds = 30, pause = realPause, random = Math.random } = parts;
  // An API of its own: the bot's repeats failed calls, which would hide a conflict from this loop.
  const api = new Api(parts.token, { apiRoot: parts.apiRoot, timeoutSeconds: holdSeconds + 15 });
  api.config.use(countingCalls(parts.onCall));
  let offset: number | undefined;
  let failures = 0;
  let conflicts = 0;
  /** The last call went well. Until then calls are not held open, so that it is known at once whether all is well. */
  let settled = false;

  const wait = async (ms: number, reason: string): Promise<void> => {
    parts.onDown?.(reason);
    await pause(ms, signal);
  };

  while (!signal.aborted) {
    try {
      const updates = await api.getUpdates(
        {
          ...(offset === undefined ? {} : { offset }),
          limit: 100,
          timeout: settled ? holdSeconds : 0,
          allowed_updates: [...allowedUpdates],
        },
        // grammY types the signal by a polyfill's interface; Node's own is what it works with.
        signal as Parameters<typeof api.getUpdates>[1],
      );
      if (failures > 0) logger.info({ failures }, 'receiving updates again');
      failures = 0;
      conflicts = 0;
      await sink.accept(updates);
      settled = true;
      parts.onUp?.();
      for (const update of updates) offset = Math.max(offset ?? 0, (updateIdOf(update) ?? -1) + 1);
    } catch (error) {
      if (signal.aborted) break;
      failures += 1;
      settled = false;
      const kind = failureOf(error);
      const reason = describeFailure(error);
      if (kind === 'token') {
        parts.onDown?.(revoked);
        logger.error({ reason }, revoked);
        return 'token';
      }
      if (kind === 'conflict') {
        conflicts += 1;
        // Said once: two copies would otherwise fill both logs.
        if (conflicts === 1) logger.error({ reason }, conflict);
        if (/webhook/iu.test(reason)) await removeWebhook(api, logger);
        await wait(backoff(conflicts, random, 2000, 60_000), conflict);
        continue;
      }
      const asked = error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0;
      if (failures === 1 || failures % 10 === 0) {
        logger.warn({ reason, failures }, 'no updates could be received or stored; trying again');
      }
      await wait(Math.max(asked, backoff(failures, random)), reason);
    }
  }
  return 'stopped';
}

/** A webhook left over from an earlier run keeps polling from working. Waiting updates are kept. */
async function removeWebhook(api: Api, logger: TelegramLog): Promise<void> {
  try {
    await api.deleteWebhook({ drop_pending_updates: false });
    logger.warn({}, 'a webhook was set for this bot; it was removed, because BOT_MODE is polling');
  } catch (error) {
    logger.warn({ reason: describeFailure(error) }, 'the webhook could not be removed');
  }
}
