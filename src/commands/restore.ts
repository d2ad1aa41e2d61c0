import { restore } from '../backup/restore.ts';
import { readConfig } from '../config/read.ts';
import { secretsOf } from '../config/secrets-of.ts';
import { systemClock } from '../operations/clock.ts';
import { scrubSecrets } from '../privacy/secrets.ts';
import { readArguments, wrongUse } from './terminal.ts';

/** `npm run restore -- FILE`: a backup into the empty database at DATABASE_URL. */
const usage = 'npm run restore -- FILE';
const [file] = readArguments({ usage, options: {} }).positionals;
if (file === undefined) wrongUse(usage);
const read = readConfig(process.env);
if (!read.ok) {
  for (const line of read.faults) process.stderr.write(`${line}\n`);
  process.exit(2);
}
const quiet = { info: () => undefined, warn: () => undefined };
try {
  const counts = await restore(file, read.config.database, { clock: systemClock, logger: quiet });
  for (const [table, rows] of Object.entries(counts)) process.stdout.write(`${table}: ${rows}\n`);
  process.stdout.write('restored\n');
} catch (error) {
  process.stderr.write(`${scrubSecrets((error as Error).message, secretsOf(read.config))}\n`);
  process.exit(1);
}
