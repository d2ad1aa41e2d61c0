import type { DatabaseSync } from 'node:sqlite';

/** What a piece of work means for the commit. */
export type Work = 'read' | 'write' | 'alone';

/**
 * Runs statements of many callers on one SQLite connection so that they share commits. With `synchronous = full` each
 * commit waits for the disk: sixteen chats answered at once, three writes each, waited forty-eight times. Here what is
 * asked for in one turn of the event loop becomes one transaction, and nobody is told of a write, or shown it, before
 * it is on the disk.
 */
export interface GroupCommit {
  /** `read` and `write` join the group; `alone` (pragmas) runs outside of any transaction. */
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
    setImmediate(commit);
    return group;
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
      if (work === 'read') {
        const result = statement();
        // What a read saw may be part of the group: it is told only when that is certain.
        if (group !== undefined) await group.committed;
        return result;
      }
      const own = open();
      const result = guarded(statement);
      await own.committed;
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
