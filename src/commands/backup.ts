import { backup } from '../backup/backup.ts';
import { readConfig } from '../config/read.ts';
import { secretsOf } from '../config/secrets-of.ts';
import { scrubSecrets } from '../privacy/secrets.ts';
import { readArguments, wrongUse } from './terminal.ts';

/** `npm run backup -- FILE`: one moment of the database at DATABASE_URL into a file, beside a running bot. */
const usage = 'npm run backup -- FILE';
const [file] = readArguments({ usage, options: {} }).positionals;
if (file === undefined) wrongUse(usage);
const read = readConfig(process.env);
if (!read.ok) {
  for (const line of read.faults) process.stderr.write(`${line}\n`);
  process.exit(2);
}
try {
  await backup(read.config.database, file);
  process.stdout.write(`${file} is written\n`);
} catch (error) {
  process.stderr.write(`${scrubSecrets((error as Error).message, secretsOf(read.config))}\n`);
  process.exit(1);
}
