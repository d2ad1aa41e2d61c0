import type { Metrics } from '../operations/metrics.ts';
import type { ChannelParts } from '../telegram/channel.ts';
import type { Tracing } from './tracing.ts';

/** What the Telegram channel tells of itself, turned into metrics and spans. */
export function telegramMeasures(
  metrics: Metrics,
  tracing: Tracing,
  now: () => number,
): Required<Pick<ChannelParts, 'onCall' | 'onEnd' | 'handling'>> {
  // From the start, as 0: a counter that begins with its first event shows no increase, and its alert would not come.
  for (const result of ['done', 'retried', 'parked']) metrics.updates.inc({ channel: 'telegram', result }, 0);
  return {
    onCall({ method, result, seconds }) {
      metrics.telegramCalls.inc({ method, result });
      if (result === '429') metrics.telegramFloodWaits.inc();
      // A polling call is held open by Telegram until something comes: its length says nothing.
      if (method === 'getUpdates') return;
      metrics.telegramSeconds.observe({ method }, seconds);
      tracing.past(`telegram ${method}`, seconds, { 'bagdar.result': result });
    },
    handling: (kind, attempt, work) =>
      tracing.span(
        'update',
        { 'bagdar.channel': 'telegram', 'bagdar.update': kind, 'bagdar.attempt': attempt },
        work,
      ),
    onEnd(result, update) {
      metrics.updates.inc({ channel: 'telegram', result });
      if (result === 'done') {
        metrics.updateSeconds.observe({ channel: 'telegram' }, (now() - update.receivedAt.getTime()) / 1000);
      }
    },
  };
}
