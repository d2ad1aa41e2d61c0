import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { personalTables } from '../../src/store/sql/personal.ts';
import { manualClock } from '../support/clock.ts';
import { temporaryDirectory } from '../support/database.ts';
import { silent } from './contract/given.ts';

const file = join(temporaryDirectory(), 'schema.db');

it('covers every table that names a person, so that deleting and exporting forget none', async () => {
  await (await openStore(`sqlite:${file}`, { clock: manualClock(), logger: silent })).close();
  const database = new DatabaseSync(file);
  const columns = database
    .prepare(
      `select distinct m.name as name from sqlite_master m join pragma_table_info(m.name) c
       where m.type = 'table' and c.name in ('person_id', 'external_id')`,
    )
    .all();
  database.close();
  const naming = columns.map((row) => String(row.name)).sort();
  expect(naming.length).toBeGreaterThan(5);
  expect(Object.keys(personalTables).sort()).toEqual(naming);
});
