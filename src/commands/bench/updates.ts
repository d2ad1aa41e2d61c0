import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Api, startApi } from './load.ts';
import { type BenchPart, CannotRun, type Table } from './part.ts';
import { openPostgresServer } from './postgres.ts';
import { forked, type Program, started, untilReady } from './process.ts';
import { megabytes, ms, perSecond, quantile, ratio } from './table.ts';
import { questions } from './texts.ts';

/** What one bot did with a load. */
interface Result {
  readonly name: string;
  readonly perSecond: number;
  /** Processor time of the bot's processes for one update, milliseconds. */
  readonly cpu: number | null;
  /** Resident memory of one process after the load, bytes. */
  readonly resident: number | null;
  readonly missing: number;
}

/** People ask five questions each: the limit of inputs a minute is not reached. */
const questionsEach = 5;

/**
 * Updates a second through the whole bot: fetched, stored, claimed, answered by the real answerer over all content,
 * sent, marked as done. Beside it the smallest grammY bot over the same fake Bot API, which stores nothing. All run in
 * processes of their own on the same machine at the same load: a backlog of questions that is there at once.
 */
export const updatesPart: BenchPart = {
  name: 'updates',
  about: 'updates a second through the whole bot, beside a bare grammY echo',
  async run({ quick, say }) {
    const messages = quick ? 100 : 3000;
    const texts = questions(quick ? 50 : 600);
    const results: Result[] = [];
    const measure = async (name: string, start: (api: Api) => Promise<readonly Program[]>) => {
      say(`updates: ${name}`);
      results.push(await throughput(name, start, { messages, texts }));
    };
    await measure('bare grammY echo, one by one (bot.start)', async (api) => [echo(api, 'sequential')]);
    await measure('bare grammY echo, a batch at a time', async (api) => [echo(api, 'concurrent')]);
    await withFolder((folder) =>
      measure('Bağdar, SQLite', (api) => bots(api, 1, `sqlite:${join(folder, 'bench.db')}`)),
    );
    try {
      const server = await openPostgresServer();
      try {
        for (const replicas of quick ? [1] : [1, 2, 4]) {
          const database = await server.createDatabase(`updates${replicas}`);
          await measure(`Bağdar, PostgreSQL, ${replicas} ${replicas === 1 ? 'process' : 'replicas'}`, (api) =>
            bots(api, replicas, database),
          );
        }
      } finally {
        await server.stop();
      }
    } catch (error) {
      if (!(error instanceof CannotRun)) throw error;
      say(`updates: PostgreSQL left out: ${error.message}`);
    }
    return [tableOf(results, messages)];
  },
};

function tableOf(results: readonly Result[], messages: number): Table {
  const [sequential, concurrent] = results;
  return {
    title: 'Updates a second through the whole bot',
    head: ['', 'updates', 'of echo one by one', 'of echo by batch', 'CPU an update', 'memory', 'unanswered'],
    rows: results.map((result) => [
      result.name,
      perSecond(result.perSecond),
      ratio(result.perSecond, sequential?.perSecond ?? 0),
      ratio(result.perSecond, concurrent?.perSecond ?? 0),
      result.cpu === null ? '–' : ms(result.cpu),
      result.resident === null ? '–' : megabytes(result.resident),
      String(result.missing),
    ]),
    notes: [
      `A backlog of ${messages} questions of ${messages / questionsEach} people, there at once; until the last answer has arrived.`,
      'Memory: of one process, right after the load. Target 180 MB.',
      'The target is half of the bare echo. On few cores the replicas, PostgreSQL and the fake Bot API share them.',
    ],
  };
}

async function throughput(
  name: string,
  start: (api: Api) => Promise<readonly Program[]>,
  { messages, texts }: { messages: number; texts: readonly string[] },
): Promise<Result> {
  const api = await startApi();
  const running = await start(api);
  try {
    // Warm-up: what runs for the first time is compiled first, in the baseline as well.
    await api.run({ messages: 100, people: 50, texts, patienceMs: 30_000 });
    const before = cpuOf(running);
    const people = Math.ceil(messages / questionsEach);
    const { answered, seconds } = await api.run({ messages, people, texts, patienceMs: 120_000 });
    const after = cpuOf(running);
    return {
      name,
      perSecond: answered / seconds,
      cpu: before === null || after === null ? null : (after - before) / Math.max(1, answered),
      resident: running[0]?.resident() ?? null,
      missing: messages - answered,
    };
  } finally {
    await Promise.all(running.map((one) => one.stop()));
    await api.stop();
  }
}

function cpuOf(running: readonly Program[]): number | null {
  return running.reduce<number | null>((sum, one) => {
    const cpu = one.cpu();
    return sum === null || cpu === null ? null : sum + cpu;
  }, 0);
}

/** Latencies at an even load far below the greatest. */
export const latencyPart: BenchPart = {
  name: 'latency',
  about: 'time to the answer at 100 questions a second, beside the echo',
  async run({ quick, say }) {
    const perSecondOfLoad = 100;
    const messages = quick ? 100 : 3000;
    const texts = questions(quick ? 50 : 600);
    const rows: string[][] = [];
    const measure = async (name: string, start: (api: Api) => Promise<readonly Program[]>) => {
      say(`latency: ${name}`);
      const api = await startApi();
      const running = await start(api);
      try {
        await api.run({ messages: 200, people: 100, texts, patienceMs: 30_000 });
        const people = Math.ceil(messages / questionsEach);
        const load = { messages, people, texts, perSecond: perSecondOfLoad, patienceMs: 30_000 };
        const { answered, waits } = await api.run(load);
        const at = (share: number) => ms(quantile(waits, share));
        rows.push([name, at(0.5), at(0.9), at(0.99), ms(Math.max(...waits)), String(messages - answered)]);
      } finally {
        await Promise.all(running.map((one) => one.stop()));
        await api.stop();
      }
    };
    await measure('bare grammY echo, a batch at a time', async (api) => [echo(api, 'concurrent')]);
    await withFolder((folder) =>
      measure('Bağdar, SQLite', (api) => bots(api, 1, `sqlite:${join(folder, 'bench.db')}`)),
    );
    return [
      {
        title: `Time to the answer at ${perSecondOfLoad} questions a second`,
        head: ['', 'p50', 'p90', 'p99', 'longest', 'unanswered'],
        rows,
        notes: [
          'From the moment a person sends to the moment the answer reaches the Bot API. Target: p99 100 ms.',
        ],
      },
    ];
  },
};

function echo(api: Api, mode: 'sequential' | 'concurrent'): Program {
  return forked('echo-bot.ts', [api.root, api.token, mode]);
}

/** The product over a database, as many processes as asked for, each ready. */
async function bots(api: Api, replicas: number, database: string): Promise<Program[]> {
  const running: Program[] = [];
  for (let replica = 0; replica < replicas; replica += 1) {
    const port = await freePort();
    const one = started({
      BOT_TOKEN: api.token,
      BOT_API_ROOT: api.root,
      DATABASE_URL: database,
      PORT: String(port),
      LOG_LEVEL: 'error',
    });
    running.push(one);
    await untilReady(port, one);
  }
  return running;
}

export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'bagdar-bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
