import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { temporaryDirectory } from '../support/database.ts';
import { storeContracts } from './contract/all.ts';

const file = join(temporaryDirectory(), 'bagdar.db');

storeContracts(
  'a SQLite file',
  () => `sqlite:${file}`,
  // The raw bytes of the file, its log and everything beside it: deleted must mean overwritten.
  async () =>
    readdirSync(dirname(file))
      .filter((name) => name.startsWith(basename(file)))
      .map((name) => readFileSync(join(dirname(file), name)).toString('utf8'))
      .join('\n'),
);
