import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** A row and where it belongs. */
export interface StoredRow {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** A backup that can be read back. */
export interface BackupSource {
  /** Migrations the data had, by name. */
  readonly migrations: readonly string[];
  /** Table by table. An archive has them in the order in which they can be written back; a SQLite file is read in the order given. */
  rows(tables: readonly string[]): AsyncIterable<StoredRow> | Iterable<StoredRow>;
}

const format = 'bagdar-backup-1';

/** Writes rows as gzipped JSON lines; the last line counts them, so that half a file is known as such. Returns how many. */
export async function writeArchive(
  file: string,
  migrations: readonly string[],
  rows: AsyncIterable<StoredRow>,
): Promise<number> {
  let count = 0;
  const lines = async function* (): AsyncGenerator<string> {
    yield `${JSON.stringify({ format, migrations })}\n`;
    for await (const row of rows) {
      count += 1;
      yield `${JSON.stringify(row)}\n`;
    }
    yield `${JSON.stringify({ end: count })}\n`;
  };
  // What people asked is nobody else's on this machine.
  await pipeline(lines, createGzip(), createWriteStream(file, { mode: 0o600, flags: 'wx' }));
  return count;
}

/** @throws when the file is no archive of ours. */
export async function openArchive(file: string): Promise<BackupSource> {
  const lines = () =>
    createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: Infinity });
  const reader = lines()[Symbol.asyncIterator]();
  const first = await reader.next().catch(() => ({ value: undefined }));
  await reader.return?.();
  const head = parsed(first.value) as { format?: unknown; migrations?: readonly string[] } | null;
  if (head?.format !== format || head.migrations === undefined)
    throw new Error(`${file} is no backup of Bağdar`);
  return {
    migrations: head.migrations,
    async *rows() {
      let count = -1;
      let whole = false;
      for await (const line of lines()) {
        const value = parsed(line) as Partial<StoredRow> & { end?: number };
        if (count === -1) {
          count = 0;
        } else if (value?.end !== undefined) {
          whole = value.end === count;
        } else if (value?.table !== undefined && value.row !== undefined) {
          count += 1;
          yield { table: value.table, row: value.row };
        }
      }
      if (!whole) throw new Error(`${file} ends too early: it is not whole`);
    },
  };
}

/** Reads a backup that is a SQLite file. @throws when it is damaged. */
export function openSqliteBackup(file: string): BackupSource & { close(): void } {
  const database = new DatabaseSync(file, { readOnly: true });
  const [check] = database.prepare('pragma integrity_check(1)').all();
  if (check?.integrity_check !== 'ok')
    throw new Error(`${file} is damaged: ${String(check?.integrity_check)}`);
  const tables = database
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> 'migrations'",
    )
    .all()
    .map(({ name }) => String(name));
  const migrations = database.prepare('select name from migrations order by name').all();
  return {
    migrations: migrations.map(({ name }) => String(name)),
    *rows(order) {
      // Tables this release does not know are of a newer one, which was refused before.
      for (const table of order.filter((name) => tables.includes(name))) {
        for (const row of database.prepare(`select * from "${table}"`).iterate()) yield { table, row };
      }
    },
    close: () => database.close(),
  };
}

function parsed(line: unknown): unknown {
  try {
    return JSON.parse(String(line));
  } catch {
    return null;
  }
}
