import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runJob } from '../../src/operations/job.ts';
import { openStore } from '../../src/store/open.ts';
import type { Leases } from '../../src/store/ports/leases.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { type ManualClock, manualClock } from '../support/clock.ts';
import { keepingLog, quiet } from '../support/quiet.ts';

let clock: ManualClock;
let store: Store;
let stopping: AbortController;
let log: ReturnType<typeof keepingLog>;
const jobs: Promise<void>[] = [];

beforeEach(async () => {
  clock = manualClock();
  store = await openStore('sqlite::memory:', { clock, logger: quiet });
  stopping = new AbortController();
  log = keepingLog();
});
afterEach(async () => {
  stopping.abort();
  await Promise.all(jobs.splice(0));
  await store.close();
});

/** Starts a job whose turns come every few milliseconds; its lease lasts by the manual clock. */
function start(
  owner: string,
  run: (signal: AbortSignal) => Promise<void>,
  changes: { leases?: Pick<Leases, 'acquire' | 'release'>; leaseMs?: number } = {},
): void {
  jobs.push(
    runJob({
      name: 'counting',
      owner,
      everyMs: 2,
      leaseMs: 60_000,
      leases: store.leases,
      signal: stopping.signal,
      logger: log,
      run,
      ...changes,
    }),
  );
}

/** Resolves when something is so; a test that waits in vain fails by its time-out. */
async function until(look: () => boolean): Promise<void> {
  while (!look()) await new Promise((resolve) => setTimeout(resolve, 1));
}

describe('a job', () => {
  it('runs at once, and again at each turn', async () => {
    let runs = 0;
    start('one', async () => {
      runs += 1;
    });
    await until(() => runs >= 3);
  });

  it('never runs in two processes, nor twice in one, at a time', async () => {
    let now = 0;
    let most = 0;
    let runs = 0;
    const run = async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 3));
      now -= 1;
      runs += 1;
    };
    for (const owner of ['one', 'two', 'three']) start(owner, run);
    await until(() => runs >= 10);
    expect(most).toBe(1);
  });

  it('is taken over when its owner died, not before its lease ran out', async () => {
    await store.leases.acquire('counting', 'dead', 60_000);
    let runs = 0;
    let looks = 0;
    const { acquire, release } = store.leases;
    const counted = {
      release,
      acquire: async (...args: Parameters<Leases['acquire']>) => {
        looks += 1;
        return await acquire(...args);
      },
    };
    start(
      'heir',
      async () => {
        runs += 1;
      },
      { leases: counted },
    );
    await until(() => looks >= 3);
    expect(runs).toBe(0);
    clock.advance(60_000);
    await until(() => runs > 0);
  });

  it('is left at once to the next process when it stops', async () => {
    let runs = 0;
    start('one', async () => {
      runs += 1;
    });
    await until(() => runs > 0);
    stopping.abort();
    await Promise.all(jobs.splice(0));
    expect(await store.leases.holder('counting')).toBeNull();
  });

  it('waits at a stop for the run in hand, which sees the stop', async () => {
    let ended = false;
    let began = false;
    start('one', async (signal) => {
      began = true;
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      ended = true;
    });
    await until(() => began);
    stopping.abort();
    await Promise.all(jobs.splice(0));
    expect(ended).toBe(true);
  });

  it('whose lease went to another process sees its run abort', async () => {
    let renewals = 0;
    const leases = {
      release: store.leases.release,
      // The first one is the turn's; the renewal finds somebody else there.
      acquire: async (name: string, owner: string, ms: number) => {
        renewals += 1;
        return renewals === 1 ? await store.leases.acquire(name, owner, ms) : null;
      },
    };
    let aborted = false;
    start(
      'overslept',
      async (signal) => {
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
        aborted = signal.aborted && !stopping.signal.aborted;
      },
      { leases, leaseMs: 9 },
    );
    await until(() => aborted);
  });

  it('keeps its lease through a long run', async () => {
    let renewals = 0;
    const leases = {
      release: store.leases.release,
      acquire: async (name: string, owner: string, ms: number) => {
        renewals += 1;
        return await store.leases.acquire(name, owner, ms);
      },
    };
    let done = false;
    start(
      'slow',
      async () => {
        await until(() => renewals >= 4);
        done = true;
      },
      { leases, leaseMs: 9 },
    );
    await until(() => done);
  });

  it('that failed is logged without stopping, and tried again at its next turn', async () => {
    let runs = 0;
    start('one', async () => {
      runs += 1;
      if (runs === 1) throw new Error('the database is away');
    });
    await until(() => runs >= 2);
    expect(log.lines.filter(({ level }) => level === 'warn').map(({ message }) => message)).toEqual([
      'a job failed; tried again at its next turn',
    ]);
  });

  it('goes on when its lease could not be asked for', async () => {
    let asked = 0;
    const leases = {
      release: store.leases.release,
      acquire: async (name: string, owner: string, ms: number) => {
        asked += 1;
        if (asked === 1) throw new Error('the database is away');
        return await store.leases.acquire(name, owner, ms);
      },
    };
    let runs = 0;
    start(
      'one',
      async () => {
        runs += 1;
      },
      { leases },
    );
    await until(() => runs > 0);
  });
});
