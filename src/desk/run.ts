import { type Job, runJob } from '../operations/job.ts';
import type { OutgoingQueue } from '../store/ports/outgoing.ts';
import type { Desk } from './desk.ts';
import type { DeskSender } from './sender.ts';

export interface DeskJob extends Pick<Job, 'owner' | 'leases' | 'signal' | 'logger'> {
  readonly desk: Desk;
  readonly sender: DeskSender;
  readonly queue: Pick<OutgoingQueue, 'takeOver'>;
  /** How often to look for what is due again, or of which no hint came (1 s). */
  readonly lookMs?: number;
}

/** Rouses the job when something was put into the queue. */
export interface Rousing {
  wake(): void;
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

const leaseMs = 20_000;
const idleCheckMs = 60_000;

/** Keeps sending for as long as this process holds the desk's lease; another takes over when it dies. */
export function runDesk(
  { desk, sender, queue, lookMs = 1_000, ...job }: DeskJob,
  rousing: Rousing,
): Promise<void> {
  return runJob({
    ...job,
    name: 'desk',
    everyMs: lookMs,
    leaseMs,
    async run(signal) {
      // What a dead process had in hand is unfinished: nobody else sends while we hold the lease.
      await queue.takeOver();
      let checked = Number.NEGATIVE_INFINITY;
      while (!signal.aborted) {
        if (performance.now() - checked > idleCheckMs) {
          checked = performance.now();
          await desk.closeIdle();
        }
        if ((await sender.sendDue()) === 0) await rousing.wait(lookMs, signal);
      }
    },
  });
}

export function createRousing(): Rousing {
  let awake = false;
  let rouse: (() => void) | undefined;
  return {
    wake() {
      awake = true;
      rouse?.();
    },
    wait(ms, signal) {
      return new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', end);
          rouse = undefined;
          awake = false;
          resolve();
        };
        const timer = setTimeout(end, ms);
        timer.unref();
        rouse = end;
        signal.addEventListener('abort', end);
        if (awake || signal.aborted) end();
      });
    },
  };
}
