import type { Lease, Leases } from '../store/ports/leases.ts';

/** The part of a logger a job needs. */
export interface JobLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

/** Work that comes round again and again, and that only one of several replicas does at a time. */
export interface Job {
  /** Names the lease; unique among jobs. */
  readonly name: string;
  /** Names this process among replicas. */
  readonly owner: string;
  readonly everyMs: number;
  /** A process that dies in the middle is taken over from after this long. Renewed while a run goes on. */
  readonly leaseMs: number;
  readonly leases: Pick<Leases, 'acquire' | 'release'>;
  /** Ends the job; a run in hand sees it abort. */
  readonly signal: AbortSignal;
  readonly logger: JobLog;
  /** Whether there is anything to do: asked before the lease is taken, so that an idle job writes nothing. */
  due?(): Promise<boolean>;
  /** One run. The signal aborts when the product stops or the lease is lost to another process. */
  run(signal: AbortSignal, lease: Lease): Promise<void>;
}

/**
 * Runs a job now and then every `everyMs`, under its lease. Runs never overlap; a failed one is logged and tried again
 * at the next turn. Resolves when the signal aborts and the run in hand has ended.
 */
export async function runJob(job: Job): Promise<void> {
  const { name, owner, everyMs, leaseMs, leases, signal, logger } = job;
  while (!signal.aborted) {
    try {
      const lease = (await job.due?.()) === false ? null : await leases.acquire(name, owner, leaseMs);
      if (lease !== null) await underLease(job, lease);
    } catch (error) {
      if (!signal.aborted)
        logger.warn({ err: error, job: name }, 'a job failed; tried again at its next turn');
    }
    await sleep(everyMs, signal);
  }
  await leases.release(name, owner).catch(() => undefined);
}

async function underLease(job: Job, first: Lease): Promise<void> {
  const { name, owner, leaseMs, leases, signal, logger } = job;
  const lost = new AbortController();
  const keep = setInterval(() => {
    leases.acquire(name, owner, leaseMs).then(
      (lease) => {
        if (lease === null) lost.abort();
      },
      // The database may be back before the lease runs out; the run's own queries say so if not.
      (error: unknown) => logger.warn({ err: error, job: name }, 'the lease of a job could not be renewed'),
    );
  }, leaseMs / 3);
  try {
    await job.run(AbortSignal.any([signal, lost.signal]), first);
  } finally {
    clearInterval(keep);
  }
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    timer.unref();
    signal.addEventListener('abort', end);
  });
}
