import { join } from 'node:path';
import type { BenchPart } from './part.ts';
import { type Program, started, untilReady } from './process.ts';
import { megabytes, ms, quantile } from './table.ts';
import { questions } from './texts.ts';
import { freePort, withFolder } from './updates.ts';

/** How long a process that has nothing to do is given to put its memory in order. */
const restMs = 4000;

/** Start of the product with no configuration, and its memory. */
export const startPart: BenchPart = {
  name: 'start',
  about: 'start to ready, and resident memory before and after questions',
  async run({ quick, say }) {
    const bare = await nodeItself();
    const runs = quick ? 1 : 5;
    const ready: number[] = [];
    const cpu: number[] = [];
    const resident: (number | null)[] = [];
    let afterQuestions: number | null = null;
    for (let run = 0; run < runs; run += 1) {
      say(`start: ${run + 1} of ${runs}`);
      await withFolder(async (folder) => {
        const port = await freePort();
        const since = performance.now();
        const running = started({
          DATABASE_URL: `sqlite:${join(folder, 'bench.db')}`,
          PORT: String(port),
          LOG_LEVEL: 'error',
        });
        try {
          ready.push(await untilReady(port, running, since));
          cpu.push(running.cpu() ?? Number.NaN);
          await rest();
          resident.push(running.resident());
          if (run === runs - 1) afterQuestions = await asked(port, running, quick ? 20 : 1000);
        } finally {
          await running.stop();
        }
      });
    }
    const memory = (bytes: number | null | undefined) => (bytes == null ? '–' : megabytes(bytes));
    return [
      {
        title: 'Start and memory',
        head: ['', 'Bağdar', 'bare Node', 'target'],
        rows: [
          ['start to ready, median', ms(quantile(ready, 0.5)), ms(bare.ms), '1500 ms'],
          ['processor time until ready, median', ms(quantile(cpu, 0.5)), '–', '–'],
          ['resident, at rest after the start', memory(resident.at(-1)), memory(bare.resident), '180 MB'],
          ['resident, after the questions', memory(afterQuestions), '–', '180 MB'],
        ],
        notes: [
          `No configuration, empty database, ${runs} starts; then ${quick ? 20 : 1000} questions over the web chat in all scripts.`,
        ],
      },
    ];
  },
};

/** Questions through the web chat, from as many visitors as the limits ask for. @returns resident bytes at rest */
async function asked(port: number, running: Program, most: number): Promise<number | null> {
  const texts = questions(600);
  const origin = `http://127.0.0.1:${port}`;
  let cookie = '';
  for (let at = 0; at < most; at += 1) {
    // A new visitor every ten questions: below the limit of a minute.
    if (at % 10 === 0) cookie = '';
    const body = new URLSearchParams({ text: texts[at % texts.length] ?? '' });
    const headers = {
      origin,
      'content-type': 'application/x-www-form-urlencoded',
      ...(cookie ? { cookie } : {}),
    };
    const response = await fetch(`${origin}/`, { method: 'POST', headers, body, redirect: 'manual' });
    await response.arrayBuffer();
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
  }
  await rest();
  return running.resident();
}

async function nodeItself(): Promise<{ ms: number; resident: number }> {
  const { spawnSync } = await import('node:child_process');
  const since = performance.now();
  const { stdout } = spawnSync(process.execPath, ['-p', 'process.memoryUsage.rss()'], { encoding: 'utf8' });
  return { ms: performance.now() - since, resident: Number(stdout) };
}

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, restMs));
