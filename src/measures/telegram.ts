import type { Metrics } from '../operations/metrics.ts';
import type { MadeCall } from '../telegram/count-calls.ts';
import type { WorkerParts } from '../telegram/worker.ts';

/** What the Telegram channel tells of itself, turned into metrics. */
export function telegramMeasures(
  metrics: Metrics,
  now: () => number,
): { readonly onCall: (call: MadeCall) => void; readonly onEnd: NonNullable<WorkerParts['onEnd']> } {
  return {
    onCall({ method, result, seconds }) {
      metrics.telegramCalls.inc({ method, result });
      if (result === '429') metrics.telegramFloodWaits.inc();
      // A polling call is held open by Telegram until something comes: its length says nothing.
      if (method !== 'getUpdates') metrics.telegramSeconds.observe({ method }, seconds);
    },
    onEnd(result, update) {
      metrics.updates.inc({ channel: 'telegram', result });
      if (result === 'done') {
        metrics.updateSeconds.observe({ channel: 'telegram' }, (now() - update.receivedAt.getTime()) / 1000);
      }
    },
  };
}
