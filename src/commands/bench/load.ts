import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CannotRun } from './part.ts';
import { forked, type Program } from './process.ts';

/** Messages of people to the bot. */
export interface Load {
  readonly messages: number;
  /** The messages go round among them. */
  readonly people: number;
  readonly texts: readonly string[];
  /** Spread evenly; without it all at once. */
  readonly perSecond?: number;
  /** How long to wait for the last answers. */
  readonly patienceMs: number;
}
export type ToApi = Load;

/** What the fake Bot API saw of a load. */
export interface Measured {
  readonly answered: number;
  /** From the first message to the last answer. */
  readonly seconds: number;
  /** Milliseconds from each message to the first message of its answer. */
  readonly waits: readonly number[];
}

/** The fake Bot API, running. */
export interface Api {
  readonly root: string;
  readonly token: string;
  run(load: Load): Promise<Measured>;
  stop(): Promise<void>;
}

/**
 * Starts the fake Bot API of the tests.
 * @throws CannotRun where the tests are not there, as in the Docker image
 */
export async function startApi(): Promise<Api> {
  const support = join(import.meta.dirname, '..', '..', '..', 'test', 'support', 'bot-api', 'server.ts');
  if (!existsSync(support))
    throw new CannotRun('needs test/support/bot-api of a checkout; a built image has no tests');
  const running = forked('fake-api.ts');
  const [{ root, token }] = (await answerOf(running)) as [{ root: string; token: string }];
  return {
    root,
    token,
    async run(load) {
      running.child.send(load);
      const [{ measured }] = (await answerOf(running)) as [{ measured: Measured }];
      return measured;
    },
    stop: () => running.stop(),
  };
}

async function answerOf(running: Program): Promise<unknown[]> {
  const stopped = new AbortController();
  const ended = once(running.child, 'exit', { signal: stopped.signal }).then(() => {
    throw new Error('the fake Bot API ended');
  });
  try {
    return await Promise.race([once(running.child, 'message', { signal: stopped.signal }), ended]);
  } finally {
    ended.catch(() => undefined);
    stopped.abort();
  }
}
