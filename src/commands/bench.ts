/**
 * `npm run bench`: the benchmarks, each figure beside its baseline of the same run. `--only NAME` runs one part,
 * `--quick` tiny loads that only show that everything runs (for CI; the figures mean nothing).
 *
 * Parts that measure the bot run it, the baseline and a fake Bot API in processes of their own over loopback HTTP, so
 * that none shares another's event loop. Compare figures of one run only: they depend on the machine and on what else
 * it does.
 */
import { availableParallelism, cpus, totalmem } from 'node:os';
import { Command } from 'commander';
import { announcementsPart } from './bench/announcements.ts';
import { growthPart } from './bench/growth.ts';
import { type BenchPart, CannotRun } from './bench/part.ts';
import { searchPart } from './bench/search.ts';
import { startPart } from './bench/start.ts';
import { megabytes, printTable } from './bench/table.ts';
import { latencyPart, updatesPart } from './bench/updates.ts';

const parts: readonly BenchPart[] = [
  startPart,
  searchPart,
  updatesPart,
  latencyPart,
  announcementsPart,
  growthPart,
];

const program = new Command('bench')
  .description('Benchmarks, each figure beside its baseline of the same run.')
  .option('--only <names...>', `parts to run: ${parts.map(({ name }) => name).join(', ')}`)
  .option('--quick', 'tiny loads: only shows that everything runs')
  .addHelpText(
    'after',
    `\nParts:\n${parts.map(({ name, about }) => `  ${name.padEnd(14)}${about}`).join('\n')}`,
  )
  .parse();
const { only, quick = false } = program.opts<{ only?: string[]; quick?: boolean }>();
const unknown = only?.find((name) => parts.every((part) => part.name !== name));
if (unknown !== undefined)
  program.error(`there is no part "${unknown}"; there are ${parts.map(({ name }) => name).join(', ')}`);

const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
process.stdout.write(
  `# Benchmarks\n\nNode ${process.version}, ${availableParallelism()} × ${processor}, ${megabytes(totalmem())} memory${quick ? '; quick: the figures mean nothing' : ''}\n`,
);
const say = (line: string): void => void process.stderr.write(`${line}\n`);
for (const part of parts) {
  if (only !== undefined && !only.includes(part.name)) continue;
  try {
    for (const table of await part.run({ quick, say })) process.stdout.write(`\n${printTable(table)}\n`);
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    process.stdout.write(`\n## ${part.name}\n\nCannot run here: ${error.message}.\n`);
  }
}
