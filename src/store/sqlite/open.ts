import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreFailure } from '../failure.ts';
import { type FileLock, lockFile } from './lock.ts';

export interface OpenedSqlite {
  readonly database: DatabaseSync;
  /** The last bot was killed; the file was checked and is whole. */
  readonly recovered: boolean;
  close(): void;
}

/**
 * Opens a SQLite file with the settings the store relies on.
 * @param exclusive true for the bot (one a file), false for admin commands beside it.
 * @throws StoreFailure when the file cannot be opened, is served by another bot, or is damaged.
 */
export function openSqlite(file: string, exclusive: boolean, now: Date): OpenedSqlite {
  if (file === ':memory:') {
    const database = new DatabaseSync(':memory:');
    database.exec('pragma foreign_keys = on');
    return { database, recovered: false, close: () => database.close() };
  }
  const path = resolve(file);
  let lock: FileLock | undefined;
  let database: DatabaseSync | undefined;
  try {
    // What people asked is nobody else's on this machine.
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    lock = exclusive ? lockFile(path, now) : undefined;
    database = new DatabaseSync(path, { timeout: 5000 });
    // FULL: a commit is on the disk before Telegram is told that the update arrived. secure_delete: what a
    // person had deleted is overwritten, not just forgotten.
    database.exec(
      'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on',
    );
    if (lock?.unclean) checkIntegrity(database, file);
  } catch (error) {
    database?.close();
    lock?.release(!lock.unclean);
    if (error instanceof StoreFailure) throw error;
    throw new StoreFailure(`DATABASE_URL: ${file} cannot be opened: ${(error as Error).message}`, {
      cause: error,
    });
  }
  const opened = { database, lock };
  return {
    database: opened.database,
    recovered: opened.lock?.unclean ?? false,
    close: () => {
      opened.database.close();
      opened.lock?.release(true);
    },
  };
}

function checkIntegrity(database: DatabaseSync, file: string): void {
  const faults = database
    .prepare('pragma integrity_check(3)')
    .all()
    .map((row) => String(row.integrity_check));
  if (faults.length === 1 && faults[0] === 'ok') return;
  throw new StoreFailure(
    `DATABASE_URL: ${file} is damaged (${faults.join('; ').replaceAll('\n', ' ')}); put it aside and restore the last backup`,
  );
}
