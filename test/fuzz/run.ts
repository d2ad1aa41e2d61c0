import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';

/** `npm run fuzz`: 10,000 spoilt updates and requests, and what came of them. Exit code 1 when anything is amiss. */
const { values } = parseArgs({
  options: { count: { type: 'string', default: '10000' }, seed: { type: 'string', default: '20260701' } },
});
const folder = mkdtempSync(join(tmpdir(), 'bagdar-fuzz-'));
const figures = await fuzz({
  databaseUrl: `sqlite:${folder}/fuzz.db`,
  count: Number(values.count),
  seed: Number(values.seed),
});
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
const { unanswered, serverErrors, parked, errorLines, leaks, alive } = figures;
const faults = [unanswered, serverErrors, errorLines, leaks].flat().length + parked;
process.exit(faults === 0 && alive ? 0 : 1);
