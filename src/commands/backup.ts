import { backup } from '../backup/backup.ts';
import { readConfig } from '../config/read.ts';
import { secretsOf } from '../config/secrets-of.ts';
import { scrubSecrets } from '../privacy/secrets.ts';

/** `npm run backup -- FILE`: one moment of the database at DATABASE_URL into a file, beside a running bot. */
const [file] = process.argv.slice(2);
const read = readConfig(process.env);
if (file === undefined || !read.ok) {
  const lines = read.ok ? ['usage: npm run backup -- FILE'] : read.faults;
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(2);
}
try {
  await backup(read.config.database, file);
  process.stdout.write(`${file} is written\n`);
} catch (error) {
  process.stderr.write(`${scrubSecrets((error as Error).message, secretsOf(read.config))}\n`);
  process.exit(1);
}
