import type { Pause } from '../../operations/pause.ts';
import type { Claimant, Ledger, Settlement } from '../../store/ports/ledger.ts';

/** Writes how calls ended into the ledger, many at once. */
export interface Settler {
  /** Notes the end of a call; written within moments. */
  note(announcement: string, settlement: Settlement): void;
  /** How many wait to be written. */
  readonly size: number;
  /** Writes what was noted so far; resolves when it is written. Never gives up while the database is away. */
  flush(): Promise<void>;
  /** Writes what is left, trying no longer than `ms`. @throws the database's error when it could not. */
  close(ms: number): Promise<void>;
}

/** So long a noted end may wait for others to be written with it. */
const gatherMs = 100;
const mostAtOnce = 500;
const retryMs = 1000;

export function createSettler(
  ledger: Pick<Ledger, 'settle'>,
  claimant: Claimant,
  pause: Pause,
  logger: { warn(details: object, message: string): void },
): Settler {
  let noted = new Map<string, Settlement[]>();
  let size = 0;
  let writing: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let deadline = Number.POSITIVE_INFINITY;

  const write = async (batches: ReadonlyMap<string, readonly Settlement[]>): Promise<void> => {
    for (const [announcement, settlements] of batches) {
      for (let from = 0; from < settlements.length; from += mostAtOnce) {
        const batch = settlements.slice(from, from + mostAtOnce);
        for (;;) {
          try {
            await ledger.settle(announcement, claimant, batch);
            break;
          } catch (error) {
            // Unwritten, these people would be listed as unclear though their end is known.
            if (performance.now() > deadline) throw error;
            logger.warn({ err: error, count: batch.length }, 'the ledger could not be written; trying again');
            await pause(retryMs);
          }
        }
        size -= batch.length;
      }
    }
  };

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const batches = noted;
    noted = new Map();
    writing = writing.then(() => write(batches));
    return writing;
  };

  return {
    get size() {
      return size;
    },
    note(announcement, settlement) {
      const list = noted.get(announcement);
      if (list === undefined) noted.set(announcement, [settlement]);
      else list.push(settlement);
      size += 1;
      timer ??= setTimeout(() => {
        flush().catch(() => undefined);
      }, gatherMs);
    },
    flush,
    async close(ms) {
      deadline = performance.now() + ms;
      await flush();
    },
  };
}
