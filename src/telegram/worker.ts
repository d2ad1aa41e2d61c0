import { backoff } from '../operations/pause.ts';
import type { ClaimedUpdate, Inbox } from '../store/ports/inbox.ts';
import { describeFailure, failureOf } from './failure.ts';
import type { TelegramLog } from './log.ts';
import type { SlimUpdate } from './updates.ts';

export interface WorkerParts {
  readonly inbox: Pick<Inbox, 'claim' | 'doneAll' | 'fail' | 'extend' | 'release'>;
  /** Names this process in claims; unique among replicas. */
  readonly owner: string;
  /** Reads a stored payload; `null` when it was wiped. What it throws counts as a failed try. */
  readonly open?: (payload: unknown) => SlimUpdate | null;
  readonly handle: (update: SlimUpdate, attempt: number) => Promise<void>;
  /** An update was given up; its sender has had no answer. */
  readonly onParked?: (update: SlimUpdate) => Promise<void>;
  readonly logger: TelegramLog;
  /** An update is settled: it will not be handled again, whatever happens now. */
  readonly onSettled?: (update: SlimUpdate) => Promise<void>;
  /** More may be waiting than this process can take now. */
  readonly onFull?: () => void;
  /** Told how each try of an update ended, for metrics. */
  readonly onEnd?: (result: 'done' | 'retried' | 'parked', update: ClaimedUpdate) => void;
  /** Chats handled at once. */
  readonly concurrency?: number;
  /** How long a claim lasts without being renewed. On PostgreSQL a killed process's updates wait this long for another. */
  readonly leaseMs?: number;
  /** How often to look for updates that are due again or came through another process. */
  readonly idleMs?: number;
  /** The first wait before an update is tried again; doubled each time. */
  readonly retryMs?: number;
  readonly random?: () => number;
}

export interface Worker {
  /** New updates were stored. */
  wake(): void;
  start(): void;
  /** Takes no more, lets running handlers finish, frees the rest. The queue stays for the next start. */
  stop(): Promise<void>;
}

/** Tries while Telegram cannot be reached, over about a day; other failures are poison after three. */
const outageTries = 100;
const poisonTries = 3;

/** Handles stored updates: in order within a chat (the inbox sees to it), chats in parallel. */
export function createWorker(parts: WorkerParts): Worker {
  const { inbox, owner, logger, random = Math.random } = parts;
  const { open = (payload) => payload as SlimUpdate | null } = parts;
  const { concurrency = 16, leaseMs = 15_000, idleMs = 1000, retryMs = 1000 } = parts;
  const running = new Set<Promise<void>>();
  const finished: ClaimedUpdate[] = [];
  let settling: Promise<void> | undefined;
  let stopping = false;
  let loop: Promise<void> | undefined;
  let awake = false;
  let rouse: (() => void) | undefined;

  const wake = (): void => {
    awake = true;
    rouse?.();
  };
  const sleep = async (): Promise<void> => {
    if (!awake) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, idleMs);
        rouse = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    awake = false;
    rouse = undefined;
  };

  const run = async (claim: ClaimedUpdate): Promise<void> => {
    const keep = setInterval(() => {
      inbox.extend(claim, leaseMs).catch((error: unknown) => {
        logger.warn({ reason: describeFailure(error) }, 'a claim could not be renewed');
      });
    }, leaseMs / 3);
    try {
      try {
        // Wiped by its sender's own request to delete everything, which was done before a crash: nothing is left to do.
        const update = open(claim.payload);
        if (update !== null) await parts.handle(update, claim.attempts);
      } catch (error) {
        await failed(claim, error);
        return;
      }
      finished.push(claim);
      parts.onEnd?.('done', claim);
      // A failed write is made up for by the loop; the update is answered and must not be tried again.
      await settle().catch((error: unknown) => {
        logger.warn({ reason: describeFailure(error) }, 'answered updates could not be settled yet');
      });
    } finally {
      clearInterval(keep);
    }
  };

  const failed = async (claim: ClaimedUpdate, error: unknown): Promise<void> => {
    const kind = failureOf(causeOf(error));
    const reason = describeFailure(causeOf(error));
    const outage = kind === 'not_sent' || kind === 'unclear' || kind === 'flood' || kind === 'token';
    logger.error({ err: error, attempts: claim.attempts, kind }, 'an update could not be handled');
    const outcome = await inbox.fail(claim, reason, {
      delayMs: backoff(claim.attempts, random, retryMs, 15 * 60_000),
      maxAttempts: outage ? outageTries : poisonTries,
    });
    if (outcome === 'lost') return;
    parts.onEnd?.(outcome === 'parked' ? 'parked' : 'retried', claim);
    if (outcome !== 'parked') return;
    logger.error({ updateId: claim.updateId, reason }, 'an update was parked');
    await parked(claim).catch((second: unknown) => {
      logger.warn(
        { reason: describeFailure(causeOf(second)) },
        'a parked update could not be apologised for',
      );
    });
  };

  const parked = async (claim: ClaimedUpdate): Promise<void> => {
    const update = open(claim.payload);
    if (update !== null) await parts.onParked?.(update);
  };

  const begin = (claim: ClaimedUpdate): void => {
    const task: Promise<void> = run(claim)
      .catch((error: unknown) => {
        logger.error({ err: error }, 'a failed update could not be put back; its claim runs out by itself');
      })
      .finally(() => {
        running.delete(task);
        wake();
      });
    running.add(task);
  };

  const work = async (): Promise<void> => {
    while (!stopping) {
      try {
        if (finished.length > 0) await settle();
        const limit = concurrency - running.size;
        // Several at a time: each claim is a transaction. An idle worker takes a single one at once.
        const room = limit >= Math.ceil(concurrency / 4);
        const claims = room ? await inbox.claim({ owner, limit, leaseMs }) : [];
        if (!room || claims.length === limit) parts.onFull?.();
        for (const claim of claims) {
          begin(claim);
          // Making answers takes the processor; between two of them Telegram's word on those already sent is read and
          // remembered, and the web chat gets its turn. All at once, a kill would repeat the whole batch.
          await new Promise(setImmediate);
        }
        if (claims.length === 0) await sleep();
      } catch (error) {
        logger.error({ reason: describeFailure(error) }, 'the inbox cannot be read');
        awake = false;
        await sleep();
      }
    }
  };
  /**
   * Settles what finished, at once: a kill before this write has the answer sent again. Those that finish while a
   * write is under way share the next one.
   */
  const settle = (): Promise<void> => {
    settling ??= settleAll().finally(() => {
      settling = undefined;
    });
    return settling;
  };
  const settleAll = async (): Promise<void> => {
    // Answers that arrived in the same turn of the event loop share one write.
    await new Promise(setImmediate);
    while (finished.length > 0) {
      const claims = finished.splice(0);
      let ours: number;
      try {
        ours = await inbox.doneAll(claims);
      } catch (error) {
        finished.unshift(...claims);
        throw error;
      }
      // A claim lost to another process is handled there, from what was kept.
      if (ours === claims.length) await Promise.all(claims.map((claim) => settled(claim)));
    }
  };
  const settled = async (claim: ClaimedUpdate): Promise<void> => {
    try {
      const update = open(claim.payload);
      if (update !== null) await parts.onSettled?.(update);
    } catch (error) {
      logger.warn(
        { reason: describeFailure(error) },
        'what was kept for a settled update could not be dropped',
      );
    }
  };

  return {
    wake,
    start() {
      loop ??= work();
    },
    async stop() {
      stopping = true;
      wake();
      await loop;
      await Promise.all(running);
      if (finished.length > 0) await settle();
      await inbox.release(owner);
    },
  };
}

/** grammY wraps what a handler threw. */
function causeOf(error: unknown): unknown {
  const inner = (error as { error?: unknown } | null)?.error;
  return error instanceof Error && error.name === 'BotError' && inner !== undefined ? inner : error;
}
