import { closeSync, openSync, readSync } from 'node:fs';
import { Kysely, sql, type Transaction } from 'kysely';
import type { Clock } from '../operations/clock.ts';
import type { Dialect } from '../store/database/dialect.ts';
import type { Tables } from '../store/database/tables.ts';
import { migrations as known } from '../store/migrations/all.ts';
import { openStore, type StoreLog } from '../store/open.ts';
import { openPostgres } from '../store/postgres/open.ts';
import { nodeSqliteDialect } from '../store/sqlite/dialect.ts';
import { openSqlite } from '../store/sqlite/open.ts';
import type { DatabaseAddress } from '../store/url.ts';
import { type BackupSource, openArchive, openSqliteBackup } from './rows.ts';
import { tablesByReference } from './tables.ts';

/** Values in one INSERT; SQLite allows 32,766. */
const mostValues = 30_000;

/**
 * Reads a backup of either database into an empty database of either kind: also the way from SQLite to PostgreSQL.
 * All or nothing. On SQLite no bot may run on the file.
 * @returns rows by table
 * @throws Error in one line: no backup, of a newer release, not whole, database not empty or in use
 */
export async function restore(
  file: string,
  address: DatabaseAddress,
  options: { readonly clock: Clock; readonly logger: StoreLog },
): Promise<Readonly<Record<string, number>>> {
  const source: BackupSource & { close?: () => void } = isSqlite(file)
    ? openSqliteBackup(file)
    : await openArchive(file);
  try {
    const newer = source.migrations.filter((name) => known.every((migration) => migration.name !== name));
    if (newer.length > 0) {
      throw new Error(`${file} is of a newer release (${newer.join(', ')}); restore it with that release`);
    }
    // Makes the schema of this release, which has every column an older backup has.
    await (await openStore(address, { ...options, role: 'bot' })).close();
    const { db, dialect, close } = openBare(address, options.clock);
    try {
      return await db.transaction().execute((transaction) => fill(transaction, dialect, source));
    } finally {
      await close();
    }
  } finally {
    source.close?.();
  }
}

function openBare(
  address: DatabaseAddress,
  clock: Clock,
): { db: Kysely<Tables>; dialect: Dialect; close: () => Promise<void> } {
  if (address.kind === 'postgres') {
    const db = openPostgres(address.url, () => undefined);
    return { db, dialect: 'postgres', close: () => db.destroy() };
  }
  const opened = openSqlite(address.file, true, clock.now());
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(opened.database) });
  const close = async () => {
    await db.destroy();
    opened.close();
  };
  return { db, dialect: 'sqlite', close };
}

async function fill(
  db: Transaction<Tables>,
  dialect: Dialect,
  source: BackupSource,
): Promise<Record<string, number>> {
  if (dialect === 'postgres') await sql`set local statement_timeout = 0`.execute(db);
  const tables = await tablesByReference(db, dialect);
  for (const table of tables) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
    // Replicas say that they run: no data of anybody's.
    if (rows.length > 0 && table !== 'replicas') {
      throw new Error(
        `the database is not empty (${table}); a restore overwrites nothing: give it an empty one`,
      );
    }
  }
  const counts: Record<string, number> = {};
  let held: Record<string, unknown>[] = [];
  let table = '';
  const flush = async (): Promise<void> => {
    if (held.length === 0) return;
    await db
      .insertInto(table as 'people')
      .values(held as never)
      .execute();
    counts[table] = (counts[table] ?? 0) + held.length;
    held = [];
  };
  for await (const { table: next, row } of source.rows(tables)) {
    if (next === 'replicas') continue;
    if (next !== table || held.length * Object.keys(row).length >= mostValues) await flush();
    table = next;
    held.push({ ...row });
  }
  await flush();
  if (dialect === 'postgres') await continueSequences(db);
  return counts;
}

/** Numbers given by the database go on after the highest restored one. */
async function continueSequences(db: Transaction<Tables>): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = current_schema() and column_default like 'nextval(%'`.execute(db);
  for (const { table, column } of rows) {
    await sql`select setval(pg_get_serial_sequence(${table}, ${column}),
      coalesce((select max(${sql.ref(column)}) from ${sql.table(table)}), 0) + 1, false)`.execute(db);
  }
}

function isSqlite(file: string): boolean {
  const opened = openSync(file, 'r');
  const head = Buffer.alloc(16);
  readSync(opened, head, 0, 16, 0);
  closeSync(opened);
  return head.toString('latin1').startsWith('SQLite format 3');
}
