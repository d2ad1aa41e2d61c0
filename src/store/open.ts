import { Kysely, type LogEvent, sql } from 'kysely';
import type { Clock } from '../operations/clock.ts';
import { createIds, type Ids } from '../operations/ids.ts';
import { migrate } from './database/migrate.ts';
import type { Tables } from './database/tables.ts';
import { StoreFailure } from './failure.ts';
import { createLocalHints } from './hints.ts';
import { migrations } from './migrations/all.ts';
import type { Hints } from './ports/hints.ts';
import type { Store } from './ports/store.ts';
import { createPostgresHints } from './postgres/hints.ts';
import type { Connection } from './sql/connection.ts';
import { createStore } from './sql/store.ts';
import { nodeSqliteDialect } from './sqlite/dialect.ts';
import { openSqlite } from './sqlite/open.ts';
import { recoverAfterKill } from './sqlite/recover.ts';
import { type DatabaseAddress, describeDatabase, parseDatabaseUrl } from './url.ts';

/** The part of a logger the store needs. */
export interface StoreLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

export interface StoreOptions {
  readonly clock: Clock;
  readonly logger: StoreLog;
  readonly ids?: Ids;
  /**
   * `bot` (default) serves a SQLite file alone; `admin` works beside it. PostgreSQL serves any number of both.
   */
  readonly role?: 'bot' | 'admin';
  /** Told how long each query took, in seconds, and its first word, for metrics. */
  readonly onQuery?: (seconds: number, ok: boolean, verb: string) => void;
}

/**
 * Opens the store at `DATABASE_URL` (as text, or as the configuration read it) and brings its schema up to date.
 * @throws StoreFailure with one line for the operator: unreadable address, file in use by another bot,
 *   damaged file, server out of reach or refusing.
 */
export async function openStore(url: string | DatabaseAddress, options: StoreOptions): Promise<Store> {
  const address = typeof url === 'string' ? parseDatabaseUrl(url) : url;
  if ('fault' in address) throw new StoreFailure(`DATABASE_URL: ${address.fault}`);
  const { clock, logger, ids = createIds() } = options;
  const database = describeDatabase(address);
  const { onQuery } = options;
  const log =
    onQuery &&
    ((event: LogEvent) =>
      onQuery(event.queryDurationMillis / 1000, event.level === 'query', verbOf(event.query.sql)));
  if (address.kind === 'postgres') {
    // Its driver is loaded only where it is used.
    const { listeningClient, openPostgres } = await import('./postgres/open.ts');
    const db = openPostgres(
      address.url,
      (error) => logger.warn({ reason: error.message }, 'a connection to the database broke'),
      log,
    );
    const hints = createPostgresHints({
      connect: () => listeningClient(address.url),
      notify: (channel, payload) => sql`select pg_notify(${channel}, ${payload})`.execute(db),
      self: ids.id(),
      logger,
    });
    const close = async () => {
      await hints.close();
      await db.destroy();
    };
    return await ready({ db, dialect: 'postgres', clock, ids }, hints, database, logger, close);
  }
  const exclusive = options.role !== 'admin';
  const file = openSqlite(address.file, exclusive, clock.now());
  if (file.recovered)
    logger.warn({ database }, 'the last bot did not stop cleanly; the file was checked and is whole');
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(file.database), ...(log ? { log } : {}) });
  const close = async () => {
    await db.destroy();
    file.close();
  };
  const hints = createLocalHints();
  const store = await ready({ db, dialect: 'sqlite', clock, ids }, hints, database, logger, close);
  if (exclusive) await recoverAfterKill(db, clock.now());
  return store;
}

/** `select`, `insert` and the like; nothing of what is asked for. */
function verbOf(sql: string): string {
  return /^\s*([a-z]+)/iu.exec(sql)?.[1]?.toLowerCase() ?? 'query';
}

/** Tries of the first connection. */
const mostTries = 4;

/**
 * Tries again when the database took too long to greet us. While the content is loaded the process can be held for
 * longer than a connection may take, on machines that start everything at once: that is not the server's word yet, and
 * a rolling restart ended there.
 */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (tried === mostTries || !/connection timeout|timeout exceeded/iu.test(String(error))) throw error;
    }
  }
}

async function ready(
  connection: Connection,
  hints: Hints,
  database: string,
  logger: StoreLog,
  close: () => Promise<void>,
): Promise<Store> {
  try {
    const { db, dialect, clock } = connection;
    const { applied, unknown } = await patiently(() => migrate(db, dialect, migrations, clock.now()));
    if (applied.length > 0)
      logger.info({ database, migrations: applied }, 'database schema brought up to date');
    if (unknown.length > 0)
      logger.warn({ database, migrations: unknown }, 'the database is of a newer release');
    // Planners guess badly without statistics; this is cheap and looks at changed tables only.
    if (dialect === 'sqlite') await sql`pragma optimize = 0x10002`.execute(db);
  } catch (error) {
    await close().catch(() => undefined);
    const reason =
      (error as Error).message.split('\n')[0] || (error as { code?: string }).code || 'no answer';
    throw new StoreFailure(`DATABASE_URL: ${database} cannot be used: ${reason}`, { cause: error });
  }
  return createStore(connection, hints, close);
}
