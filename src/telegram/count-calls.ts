import { HttpError, type RawApi, type Transformer } from 'grammy';

/** One call of the Bot API, for metrics. */
export interface MadeCall {
  readonly method: string;
  /** `ok`, Telegram's error code, or `network`. */
  readonly result: string;
  readonly seconds: number;
}

/** Tells of every call that is made, repeated ones too. Installed innermost. */
export function countingCalls(onCall: ((call: MadeCall) => void) | undefined): Transformer<RawApi> {
  return async (previous, method, payload, signal) => {
    const started = performance.now();
    const made = (result: string): void =>
      onCall?.({ method, result, seconds: (performance.now() - started) / 1000 });
    try {
      const answer = await previous(method, payload, signal);
      made(answer.ok ? 'ok' : String(answer.error_code));
      return answer;
    } catch (error) {
      // A call we end ourselves at a stop is no fault of the line.
      if (error instanceof HttpError && signal?.aborted !== true) made('network');
      throw error;
    }
  };
}
