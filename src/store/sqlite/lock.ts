import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { StoreFailure } from '../failure.ts';

/** Held by the one bot that serves a SQLite file. */
export interface FileLock {
  /** The bot before us did not close the file: it was killed, or the power went. */
  readonly unclean: boolean;
  /** Lets the next bot in; `clean` = false leaves the mark that makes it check the file. */
  release(clean: boolean): void;
}

/**
 * Takes the bot's lock on a database file, or refuses in one line. The lock is an exclusive transaction on
 * a second, empty database beside it: the operating system drops it when the process dies in any way, so
 * there is never a stale lock to remove by hand. Admin commands do not take it.
 * @throws StoreFailure when another bot serves the file.
 */
export function lockFile(file: string, now: Date): FileLock {
  const marker = `${file}.running`;
  const lock = new DatabaseSync(`${file}.lock`, { timeout: 0 });
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode !== 5) throw error;
    throw new StoreFailure(
      `DATABASE_URL: ${file} is in use by another bot (${holder(marker)}); stop it first, or give this one its own file`,
    );
  }
  const unclean = holder(marker) !== 'unknown';
  writeFileSync(marker, `process ${process.pid} since ${now.toISOString()}\n`);
  return {
    unclean,
    release: (clean) => {
      if (clean) rmSync(marker, { force: true });
      lock.close();
    },
  };
}

function holder(marker: string): string {
  try {
    return readFileSync(marker, 'utf8').trim();
  } catch {
    return 'unknown';
  }
}
