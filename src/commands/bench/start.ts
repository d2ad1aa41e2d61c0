import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { BenchPart } from './part.ts';
import { started, untilReady } from './process.ts';
import { megabytes, ms, quantile } from './table.ts';
import { freePort, withFolder } from './updates.ts';

/** How long a process that has nothing to do is given to put its memory in order. */
const restMs = 4000;

/** Start of the product with no configuration, and its memory. */
export const startPart: BenchPart = {
  name: 'start',
  about: 'start to ready, and resident memory at rest',
  async run({ quick, say }) {
    const bare = nodeItself();
    const runs = quick ? 1 : 5;
    const ready: number[] = [];
    const cpu: number[] = [];
    const resident: (number | null)[] = [];
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
        ],
        notes: [`No configuration, empty database; ${runs} starts. Memory under load: see the updates.`],
      },
    ];
  },
};

function nodeItself(): { ms: number; resident: number } {
  const since = performance.now();
  const { stdout } = spawnSync(process.execPath, ['-p', 'process.memoryUsage.rss()'], { encoding: 'utf8' });
  return { ms: performance.now() - since, resident: Number(stdout) };
}

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, restMs));
