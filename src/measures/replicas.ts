import type { Metrics } from '../operations/metrics.ts';
import type { Replica, Replicas } from '../store/ports/replicas.ts';

export interface ReplicaParts {
  readonly replicas: Pick<Replicas, 'beat' | 'leave'>;
  /** What this process serves now. */
  readonly self: () => Replica;
  readonly metrics: Pick<Metrics, 'replicas'>;
  readonly signal: AbortSignal;
  readonly logger: {
    info(details: object, message: string): void;
    warn(details: object, message: string): void;
  };
  /** Between two signs of life (20 s). */
  readonly everyMs?: number;
}

/** A process not heard of for so many turns is gone. */
export const silentTurns = 4;
export const replicaEveryMs = 20_000;

/**
 * Tells the other replicas what content this one serves and counts theirs. Replicas that answer from different
 * content are normal for the minutes of a rollout, and a fault after: it is said once when it begins and when it ends.
 * Resolves when the signal aborts.
 */
export async function followReplicas(parts: ReplicaParts): Promise<void> {
  const { replicas, self, metrics, signal, logger, everyMs = replicaEveryMs } = parts;
  let before = '';
  while (!signal.aborted) {
    try {
      const running = await replicas.beat(self(), everyMs * silentTurns);
      metrics.replicas.reset();
      for (const { contentVersion, release } of running) {
        metrics.replicas.inc({ content: contentVersion, release });
      }
      const versions = [...new Set(running.map(({ contentVersion }) => contentVersion))].sort();
      const now = versions.length > 1 ? versions.join(' ') : '';
      if (now !== before) {
        if (now !== '') logger.warn({ versions }, 'replicas answer from different content');
        else logger.info({ versions }, 'all replicas answer from the same content');
        before = now;
      }
    } catch (error) {
      if (!signal.aborted) logger.warn({ err: error }, 'the other replicas could not be seen');
    }
    await new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(end, everyMs);
      timer.unref();
      signal.addEventListener('abort', end, { once: true });
    });
  }
  await replicas.leave(self().id).catch(() => undefined);
}
