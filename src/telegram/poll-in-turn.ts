import { type Job, runJob } from '../operations/job.ts';
import { type PollingEnd, type PollingParts, poll } from './polling.ts';

export interface TurnParts extends PollingParts, Pick<Job, 'leases' | 'owner'> {
  /** A poller that died is taken over from after this long (10 s). */
  readonly turnMs?: number;
}

/**
 * Polls while this process holds the lease of the poller, and waits for it otherwise: Telegram answers 409 to the
 * second of two pollers. What one receives lies in the shared inbox, where all replicas work. Ends like `poll`.
 */
export async function pollInTurn(parts: TurnParts, signal: AbortSignal): Promise<PollingEnd> {
  const { leases, owner, logger, turnMs = 10_000 } = parts;
  const over = new AbortController();
  await runJob({
    name: 'telegram-poller',
    owner,
    everyMs: turnMs / 5,
    leaseMs: turnMs,
    leases,
    signal: AbortSignal.any([signal, over.signal]),
    logger,
    async run(held) {
      // A refused token is refused to every replica: none need try again.
      if ((await poll(parts, held)) === 'token') over.abort();
    },
  });
  return signal.aborted ? 'stopped' : 'token';
}
