import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../store/database/tables.ts';
import { openPostgres } from '../store/postgres/open.ts';
import type { DatabaseAddress } from '../store/url.ts';
import { type StoredRow, writeArchive } from './rows.ts';
import { tablesByReference } from './tables.ts';

/** Rows fetched at once. */
const batch = 1000;

/**
 * Writes a backup beside a running bot: one moment of the database, whole. SQLite becomes a SQLite file, PostgreSQL
 * gzipped JSON lines; no program of the database is needed.
 * @throws Error in one line when the file exists or the database cannot be read
 */
export async function backup(address: DatabaseAddress, file: string): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} exists already; a backup overwrites nothing`);
  // Half a backup must not look like one.
  const part = `${file}.part`;
  rmSync(part, { force: true });
  try {
    if (address.kind === 'sqlite') backupSqlite(address.file, part);
    else await backupPostgres(address.url, part);
    renameSync(part, file);
  } finally {
    rmSync(part, { force: true });
  }
}

function backupSqlite(from: string, to: string): void {
  if (!existsSync(from)) throw new Error(`${from} does not exist: there is nothing to back up`);
  const database = new DatabaseSync(from, { timeout: 10_000 });
  try {
    // SQLite would make a file for all to read; into an empty one that is there it writes just as well.
    writeFileSync(to, '', { mode: 0o600, flag: 'wx' });
    // Reads one moment of the database and keeps no writer waiting.
    database.prepare('vacuum into ?').run(to);
  } finally {
    database.close();
  }
}

async function backupPostgres(url: string, to: string): Promise<void> {
  const db = openPostgres(url, () => undefined);
  try {
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (transaction) => {
        await sql`set local statement_timeout = 0`.execute(transaction);
        const migrations = await transaction
          .selectFrom('migrations' as never)
          .select('name' as never)
          .execute();
        const names = (migrations as { name: string }[]).map(({ name }) => name).sort();
        await writeArchive(to, names, allRows(transaction));
      });
  } finally {
    await db.destroy();
  }
}

async function* allRows(transaction: Transaction<Tables>): AsyncGenerator<StoredRow> {
  for (const table of await tablesByReference(transaction, 'postgres')) {
    await sql`declare backup no scroll cursor for select * from ${sql.table(table)}`.execute(transaction);
    for (;;) {
      const { rows } = await sql<
        Record<string, unknown>
      >`fetch ${sql.raw(String(batch))} from backup`.execute(transaction);
      for (const row of rows) yield { table, row };
      if (rows.length < batch) break;
    }
    await sql`close backup`.execute(transaction);
  }
}
