/** Waits; resolves at once when the signal is aborted. Passed in, so that tests need not wait. */
export type Pause = (ms: number, signal?: AbortSignal) => Promise<void>;

export const realPause: Pause = (ms, signal) =>
  new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve();
      return;
    }
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });

/** The wait before try number `attempt` (from 1): doubled each time up to `mostMs`, then spread to half and one and a half, so that many clients do not return together. */
export function backoff(attempt: number, random: () => number, firstMs = 1000, mostMs = 30_000): number {
  const whole = Math.min(mostMs, firstMs * 2 ** Math.min(attempt - 1, 20));
  return Math.round(whole * (0.5 + random()));
}
