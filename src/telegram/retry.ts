import { autoRetry } from '@grammyjs/auto-retry';
import { HttpError, type RawApi, type Transformer } from 'grammy';
import { failureOf } from './failure.ts';
import { backoff, type Pause, realPause } from './pause.ts';

export interface RetryOptions {
  /** Longest `retry_after` obeyed inside a call; above it the update is put back into the inbox. */
  readonly maxFloodSeconds?: number;
  readonly pause?: Pause;
  readonly random?: () => number;
  /** Told of every 429. */
  readonly onFlood?: () => void;
}

/** Calls that make something new each time: repeated, a person sees it twice. */
const creates = /^(send|forward|copy|createForumTopic|createInvoice)/u;

const tries = 4;
/** A call that may have taken effect is repeated once: a person without an answer is worse off than one with two. */
const unclearTries = 2;

/**
 * What stands between the bot and the Bot API: 429 is waited out by auto-retry, up to a cap. Its own handling of lost
 * connections is switched off, because it repeats a send without end even when the first one may have arrived.
 */
export function retrying(options: RetryOptions = {}): Transformer<RawApi>[] {
  const { maxFloodSeconds = 60, pause = realPause, random = Math.random, onFlood } = options;
  const network: Transformer<RawApi> = async (previous, method, payload, signal) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await previous(method, payload, signal);
        if (!answer.ok && answer.error_code === 429) onFlood?.();
        if (answer.ok || answer.error_code < 500 || attempt >= most(method, 'unclear')) return answer;
      } catch (error) {
        if (!(error instanceof HttpError) || signal?.aborted === true) throw error;
        if (attempt >= most(method, failureOf(error))) throw error;
      }
      await pause(backoff(attempt, random));
    }
  };
  return [
    network,
    autoRetry({
      maxRetryAttempts: 3,
      maxDelaySeconds: maxFloodSeconds,
      rethrowHttpErrors: true,
      rethrowInternalServerErrors: true,
    }),
  ];
}

function most(method: string, failure: string): number {
  return failure === 'unclear' && creates.test(method) ? unclearTries : tries;
}
