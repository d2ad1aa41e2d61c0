import { autoRetry } from '@grammyjs/auto-retry';
import { HttpError, type RawApi, type Transformer } from 'grammy';
import { backoff, type Pause, realPause } from '../operations/pause.ts';
import { countingCalls, type MadeCall } from './count-calls.ts';
import { failureOf } from './failure.ts';

export interface RetryOptions {
  /** Longest `retry_after` obeyed inside a call; above it the update is put back into the inbox. */
  readonly maxFloodSeconds?: number;
  readonly pause?: Pause;
  readonly random?: () => number;
  /** Told of every call that was made, repeated ones too. */
  readonly onCall?: (call: MadeCall) => void;
  /** Once aborted nothing is repeated: what failed goes back into the inbox, and a stop need not wait for Telegram. */
  readonly signal?: AbortSignal;
}

/** Calls that make something new each time: repeated, a person sees it twice. */
const creates = /^(send|forward|copy|createForumTopic|createInvoice)/u;

const mostTries = 4;
/** A call that may have taken effect is repeated once: a person without an answer is worse off than one with two. */
const unclearTries = 2;

/**
 * What stands between the bot and the Bot API: 429 is waited out by auto-retry, up to a cap. Its own handling of lost
 * connections is switched off, because it repeats a send without end even when the first one may have arrived.
 */
export function retrying(options: RetryOptions = {}): Transformer<RawApi>[] {
  const { maxFloodSeconds = 60, pause = realPause, random = Math.random } = options;
  const network: Transformer<RawApi> = async (previous, method, payload, signal) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await previous(method, payload, signal);
        if (answer.ok || answer.error_code < 500 || attempt >= tries(method, 'unclear')) return answer;
        if (options.signal?.aborted === true) return answer;
      } catch (error) {
        if (!(error instanceof HttpError) || signal?.aborted === true) throw error;
        if (attempt >= tries(method, failureOf(error)) || options.signal?.aborted === true) throw error;
      }
      await pause(backoff(attempt, random), options.signal);
    }
  };
  return [
    countingCalls(options.onCall),
    network,
    autoRetry({
      maxRetryAttempts: 3,
      maxDelaySeconds: maxFloodSeconds,
      rethrowHttpErrors: true,
      rethrowInternalServerErrors: true,
    }),
  ];
}

function tries(method: string, failure: string): number {
  return failure === 'unclear' && creates.test(method) ? unclearTries : mostTries;
}
