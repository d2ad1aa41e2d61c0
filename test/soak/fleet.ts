import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../src/start.js', import.meta.url));
const cwd = fileURLToPath(new URL('../..', import.meta.url));

export interface FleetOptions {
  readonly replicas: number;
  readonly databaseUrl: string;
  readonly token: string;
  readonly apiRoot: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** How a process was ended by us. */
export interface Ending {
  /** Names the process in the calls it made (`Call.via`). */
  readonly via: string;
  readonly signal: 'SIGKILL' | 'SIGTERM';
  /** Milliseconds of `Date.now()`. */
  readonly at: number;
  /** Exit code; `null` after a kill. */
  readonly code: number | null;
}

/** The product itself as real processes on one database: `node src/start.js`, as an operator runs it. */
export interface Fleet {
  readonly endings: readonly Ending[];
  /** Everything the processes wrote. */
  output(): string;
  /** The address of a replica's web server. */
  address(at: number): string;
  /** Ends a process and starts another in its place; resolves when that one serves. */
  replace(at: number, signal: Ending['signal']): Promise<void>;
  close(): Promise<void>;
}

interface Running {
  readonly via: string;
  readonly child: ChildProcess;
  readonly address: string;
  readonly ended: Promise<number | null>;
}

export async function startFleet(options: FleetOptions): Promise<Fleet> {
  const endings: Ending[] = [];
  const output: string[] = [];
  const running: Running[] = [];

  let started = 0;
  const start = async (): Promise<Running> => {
    started += 1;
    const via = String(started);
    const child = spawn(process.execPath, [program], {
      cwd,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        BOT_TOKEN: options.token,
        BOT_API_ROOT: `${options.apiRoot}/via-${via}`,
        DATABASE_URL: options.databaseUrl,
        HOST: '127.0.0.1',
        PORT: '0',
        ...options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
    const address = await new Promise<string>((done, fail) => {
      let said = '';
      const hear = (chunk: Buffer): void => {
        output.push(chunk.toString());
        if (said.includes('\nchannels: ')) return;
        said += chunk.toString();
        const served = /^Bağdar: (\S+)\nchannels: /mu.exec(said)?.[1];
        if (served !== undefined) done(served);
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
      void ended.then((code) => fail(new Error(`a replica ended with ${code}: ${said.slice(-2000)}`)));
    });
    return { via, child, address, ended };
  };

  running.push(...(await Promise.all(Array.from({ length: options.replicas }, start))));

  const end = async ({ via, child, ended }: Running, signal: Ending['signal']): Promise<void> => {
    const at = Date.now();
    child.kill(signal);
    endings.push({ via, signal, at, code: await ended });
  };
  const of = (at: number): Running => {
    const one = running[at];
    if (one === undefined) throw new Error(`no replica ${at}`);
    return one;
  };
  return {
    endings,
    output: () => output.join(''),
    address: (at) => of(at).address,
    async replace(at, signal) {
      await end(of(at), signal);
      running[at] = await start();
    },
    async close() {
      for (const { child } of running) child.kill('SIGTERM');
      await Promise.race([
        Promise.all(running.map(({ ended }) => ended)),
        // Unreferenced by nothing else: a replica that does not stop is no reason to hang a test run.
        sleep(12_000, undefined, { ref: false }),
      ]);
      for (const { child } of running) child.kill('SIGKILL');
    },
  };
}
