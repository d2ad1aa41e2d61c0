import { type JobLog, runJob } from '../operations/job.ts';
import type { Leases } from '../store/ports/leases.ts';
import { reminderSender, type SendParts } from './send.ts';

export interface ReminderJobParts extends SendParts {
  readonly leases: Pick<Leases, 'acquire' | 'release'>;
  /** Names this process among replicas. */
  readonly owner: string;
  readonly signal: AbortSignal;
  readonly logger: JobLog;
}

/** A process that dies is taken over from after this long. */
const leaseMs = 60_000;

/**
 * Looks for reminders that are due, now and then every few seconds, in one process at a time: what fell due while
 * nothing ran goes out first. Resolves when the signal aborts and the calls in hand have ended.
 */
export async function startReminders(parts: ReminderJobParts): Promise<void> {
  const send = reminderSender(parts);
  const { leases, owner, signal, logger, policy } = parts;
  await runJob({
    name: 'reminders',
    owner,
    everyMs: policy.every_seconds * 1000,
    leaseMs,
    leases,
    signal,
    logger,
    async run(running) {
      const report = await send(running);
      if (Object.values(report).some((count) => count > 0)) logger.info({ report }, 'reminders sent');
    },
  });
}
