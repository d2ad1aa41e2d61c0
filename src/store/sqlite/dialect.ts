import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { loosely } from '../sql/connection.ts';
import { createGroupCommit, type GroupCommit, type Transaction, type Work } from './group-commit.ts';

/** Prepared statements kept; the store has fewer than this. */
const statementsKept = 200;

/** Kysely's dialect over Node's built-in SQLite. The database is opened and closed by the caller's file module. */
export function nodeSqliteDialect(database: DatabaseSync): Dialect {
  return {
    createAdapter: () => new ConcurrentAdapter(),
    createDriver: () => groupedDriver(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** Callers need not queue for the one connection: the group of a turn is what they share. */
class ConcurrentAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/** One caller's view of the connection. */
interface CallersConnection extends DatabaseConnection {
  transaction?: Transaction | undefined;
}

function groupedDriver(database: DatabaseSync): Driver {
  const group = createGroupCommit(database);
  const prepared = new Map<string, Prepared>();
  const prepare = (sql: string): Prepared => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    const made = { statement, givesRows: statement.columns().length > 0, work: workOf(sql) };
    if (prepared.size >= statementsKept) prepared.delete(prepared.keys().next().value ?? '');
    prepared.set(sql, made);
    return made;
  };
  return {
    async init() {},
    acquireConnection: async () => callersConnection(group, prepare),
    async beginTransaction(connection: CallersConnection) {
      connection.transaction = await group.begin();
    },
    async commitTransaction(connection: CallersConnection) {
      const { transaction } = connection;
      connection.transaction = undefined;
      await transaction?.commit();
    },
    async rollbackTransaction(connection: CallersConnection) {
      const { transaction } = connection;
      connection.transaction = undefined;
      transaction?.rollback();
    },
    async releaseConnection() {},
    async destroy() {
      group.flush();
      prepared.clear();
    },
  };
}

interface Prepared {
  readonly statement: StatementSync;
  readonly givesRows: boolean;
  readonly work: Work;
}

/** What only reads needs no commit; pragmas of the file cannot run inside a transaction. */
function workOf(sql: string): Work {
  if (sql.includes(loosely)) return 'loose';
  const verb = /^\s*(\w+)/u.exec(sql)?.[1]?.toLowerCase();
  if (verb === 'select') return 'read';
  return verb === 'pragma' || verb === 'vacuum' ? 'alone' : 'write';
}

function callersConnection(group: GroupCommit, prepare: (sql: string) => Prepared): CallersConnection {
  return {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const { work } = prepare(sql);
      // Prepared anew when it runs: in between, another caller may have changed the schema.
      const run = () => execute<R>(prepare(sql), parameters as SQLInputValue[]);
      return this.transaction === undefined ? await group.run(work, run) : this.transaction.run(run);
    },
    // biome-ignore lint/correctness/useYield: Kysely asks for a generator; the store reads in pages instead
    async *streamQuery() {
      throw new Error('the SQLite store does not stream');
    },
  };
}

function execute<R>(
  { statement, givesRows }: Prepared,
  parameters: readonly SQLInputValue[],
): QueryResult<R> {
  if (givesRows) return { rows: statement.all(...parameters) as R[] };
  const { changes, lastInsertRowid } = statement.run(...parameters);
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
}
