import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

/** Prepared statements kept; the store has fewer than this. */
const statementsKept = 200;

/** Kysely writes with `BEGIN IMMEDIATE`, so that two processes queue at the start of a transaction. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    // A plain BEGIN takes the write lock only at the first write; if another process wrote in between,
    // SQLite fails at once with SQLITE_BUSY and busy_timeout does not help.
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** Kysely's dialect over Node's built-in SQLite. The database is opened and closed by the caller's file module. */
export function nodeSqliteDialect(database: DatabaseSync): Dialect {
  const prepared = new Map<string, StatementSync>();
  const prepare = (sql: string) => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    if (prepared.size >= statementsKept) prepared.delete(prepared.keys().next().value ?? '');
    prepared.set(sql, statement);
    return statement;
  };
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () =>
      new ImmediateDriver({
        database: {
          close: () => prepared.clear(),
          prepare: (sql) => {
            const statement = prepare(sql);
            const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
            return {
              reader: statement.columns().length > 0,
              all: (parameters) => statement.all(...values(parameters)),
              run: (parameters) => statement.run(...values(parameters)),
              iterate: (parameters) => statement.iterate(...values(parameters)),
            };
          },
        },
      }),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}
