import { setTimeout as sleep } from 'node:timers/promises';

/** Ends one part of the product; called once. */
export type Closer = () => void | Promise<void>;

export interface Stopping {
  /** Aborted as soon as a stop begins: loops end, new work is refused. */
  readonly signal: AbortSignal;
  /**
   * Registers a closer. They run one after another, the last registered first: what was opened first (the
   * store) closes last, when nobody needs it any more.
   */
  onStop(name: string, closer: Closer): void;
  /** Stops once, whoever asks how often. Resolves to the names of the parts that failed or took too long. */
  stop(reason: string): Promise<readonly string[]>;
  /** Listens for SIGTERM and SIGINT, stops and ends the process: 0, or 1 when a part did not close. A second signal ends at once. */
  listen(): void;
}

export interface StoppingOptions {
  readonly logger: {
    info(details: object, message: string): void;
    warn(details: object, message: string): void;
  };
  /**
   * Between the signal and the first closer: a proxy that asks `/readyz` now and then still sends requests, and they
   * are served. 0 where nobody asks.
   */
  readonly drainMs?: number;
  /** For all closers together. Docker kills after 10 s, so stay below. */
  readonly timeoutMs?: number;
  readonly signals?: Pick<NodeJS.EventEmitter, 'on' | 'off'>;
  readonly exit?: (code: number) => void;
}

export function createStopping({
  logger,
  drainMs = 0,
  timeoutMs = 8000,
  signals = process,
  exit = (code) => process.exit(code),
}: StoppingOptions): Stopping {
  const controller = new AbortController();
  const closers: { readonly name: string; readonly close: Closer }[] = [];
  let stopping: Promise<readonly string[]> | undefined;

  const closeAll = async (reason: string): Promise<readonly string[]> => {
    logger.info({ reason }, 'stopping');
    controller.abort(new Error(`stopping: ${reason}`));
    if (drainMs > 0) await sleep(drainMs);
    const failed: string[] = [];
    const deadline = performance.now() + timeoutMs;
    for (const { name, close } of closers.reverse()) {
      const fault = await bounded(close, Math.max(0, deadline - performance.now()));
      if (fault === null) continue;
      failed.push(name);
      logger.warn({ part: name, reason: fault }, 'a part did not close');
    }
    logger.info({ failed }, 'stopped');
    return failed;
  };
  const stop = (reason: string) => {
    stopping ??= closeAll(reason);
    return stopping;
  };

  return {
    signal: controller.signal,
    onStop(name, close) {
      closers.push({ name, close });
    },
    stop,
    listen() {
      for (const name of ['SIGTERM', 'SIGINT'] as const) {
        signals.on(name, () => {
          if (stopping !== undefined) {
            exit(1);
            return;
          }
          void stop(name).then((failed) => exit(failed.length === 0 ? 0 : 1));
        });
      }
    },
  };
}

/** The fault of a closer, `null` when it closed in time. A closer without time left is still called: it may be quick. */
async function bounded(close: Closer, ms: number): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((done) => {
    timer = setTimeout(() => done('took too long'), ms);
  });
  const closing = Promise.resolve()
    .then(close)
    .then(() => null)
    .catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
  try {
    return await Promise.race([closing, late]);
  } finally {
    clearTimeout(timer);
  }
}
