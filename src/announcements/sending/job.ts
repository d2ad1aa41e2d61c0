import type { Ids } from '../../operations/ids.ts';
import { runJob } from '../../operations/job.ts';
import type { Leases } from '../../store/ports/leases.ts';
import { type SenderParts, sendDue } from './sender.ts';

export interface SendingJobParts extends SenderParts {
  readonly leases: Pick<Leases, 'acquire' | 'release'>;
  readonly ids: Ids;
  /** Names this process among replicas. */
  readonly owner: string;
  readonly signal: AbortSignal;
  /** How often to look for work (1 s). */
  readonly everyMs?: number;
  /** A sender that died is taken over from after so long (15 s). */
  readonly leaseMs?: number;
}

/** Sends announcements whenever there are some, in one of any number of processes. Resolves when the signal aborts and calls under way have ended. */
export async function runSending(parts: SendingJobParts): Promise<void> {
  const { store, clock, leases, ids, owner, signal, logger, everyMs = 1000, leaseMs = 15_000 } = parts;
  await runJob({
    name: 'announcements',
    owner,
    everyMs,
    leaseMs,
    leases,
    signal,
    logger,
    due: async () => (await store.announcements.due(clock.now())).length > 0,
    // Each run claims under a name of its own: what an earlier one could not write down is not taken for its own.
    run: (running, { term }) => sendDue(parts, { owner: `${owner}.${ids.id()}`, term }, running),
  });
}
