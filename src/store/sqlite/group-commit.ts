import type { DatabaseSync } from 'node:sqlite';

/**
 * What a piece of work means for the commit: `write` is told of when it is on the disk, `loose` at once (it goes with
 * the next commit; a kill may lose it), `read` waits for nothing, `alone` runs outside of any transaction.
 */
export type Work = 'read' | 'write' | 'loose' | 'alone';

/** A commit waits at most so long for those who are about to join it. */
const mostDelayMs = 8;

/**
 * Runs statements of many callers on one SQLite connection so that they share commits. With `synchronous = full` each
 * commit waits for the disk: sixteen chats answered at once, three writes each, waited forty-eight times. Here what is
 * asked for while others are still joining becomes one transaction, and nobody is told of a write before it is on the
 * disk. A read may see what is about to be committed: only a kill or a broken disk takes that back, and then its writer
 * was never told.
 */
export interface GroupCommit {
  run<T>(work: Work, statement: () => T): Promise<T>;
  /**
   * Begins a transaction of one caller; other callers' statements wait until it ends. It is a savepoint in the group:
   * its end is the group's.
   */
  begin(): Promise<Transaction>;
  /** Brings to the disk what is waiting; before the file is closed. */
  flush(): void;
}

/** A caller's own transaction. Statements within are run directly. */
export interface Transaction {
  run<T>(statement: () => T): T;
  /** Resolves when it is on the disk. */
  commit(): Promise<void>;
  rollback(): void;
}

/** What one commit brings to the disk, and who waits for it. */
interface Group {
  readonly committed: Promise<void>;
  settle(error?: unknown): void;
}

const savepoint = 'one_caller';

export function createGroupCommit(database: DatabaseSync): GroupCommit {
  let group: Group | undefined;
  /** Statements of the group so far. */
  let joined = 0;
  let deadline = 0;
  /** Ends when the transactions begun so far have ended. */
  let line: Promise<void> = Promise.resolve();
  let inTransaction = false;

  const open = (): Group => {
    if (group !== undefined) return group;
    // IMMEDIATE: a plain BEGIN takes the write lock only at the first write; if another process wrote in between,
    // SQLite fails at once with SQLITE_BUSY and busy_timeout does not help.
    database.exec('begin immediate');
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    // Whoever waits hears of a failure; that nobody may is no reason to end the process.
    promise.catch(() => undefined);
    group = {
      committed: promise,
      settle: (error) => (error === undefined ? resolve() : reject(error)),
    };
    joined = 0;
    deadline = performance.now() + mostDelayMs;
    setImmediate(commitWhenQuiet, group, 1);
    return group;
  };

  /** Commits at the end of the first turn in which nobody joined: a caller alone does not wait at all. */
  const commitWhenQuiet = (own: Group, before: number): void => {
    if (group !== own) return;
    if (joined > before && performance.now() < deadline) setImmediate(commitWhenQuiet, own, joined);
    else commit();
  };

  /** A transaction under way is waited for: its end commits the group. */
  const commit = (): void => {
    if (group === undefined || (inTransaction && database.isTransaction)) return;
    const done = group;
    group = undefined;
    try {
      if (!database.isTransaction) throw new Error('SQLite gave the transaction up');
      database.exec('commit');
      done.settle();
    } catch (error) {
      if (database.isTransaction) database.exec('rollback');
      done.settle(error);
    }
  };

  /** A statement that fails leaves the others alone, unless SQLite gave up all of them (a full disk). */
  const guarded = <T>(statement: () => T): T => {
    try {
      return statement();
    } catch (error) {
      if (!database.isTransaction) commit();
      throw error;
    }
  };

  return {
    async run(work, statement) {
      // Looked at again after each wait: of those who waited, the first to go on may have begun another.
      while (inTransaction) await line;
      if (work === 'alone') {
        commit();
        return statement();
      }
      if (work === 'read') return statement();
      const own = open();
      joined += 1;
      const result = guarded(statement);
      if (work === 'write') await own.committed;
      return result;
    },

    async begin() {
      while (inTransaction) await line;
      const own = open();
      database.exec(`savepoint ${savepoint}`);
      inTransaction = true;
      const { promise, resolve } = Promise.withResolvers<void>();
      line = promise;
      const end = (sql: string): void => {
        try {
          // A full disk makes SQLite roll everything back by itself.
          if (database.isTransaction) database.exec(sql);
        } finally {
          inTransaction = false;
          // At once: a next transaction in the same group would keep this one from the disk, and so on without end.
          commit();
          resolve();
        }
      };
      return {
        run: guarded,
        async commit() {
          end(`release ${savepoint}`);
          await own.committed;
        },
        rollback: () => end(`rollback to ${savepoint}; release ${savepoint}`),
      };
    },

    flush: commit,
  };
}
