import { Kysely, type LogEvent, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from '../database/tables.ts';

/** int8: counts and milliseconds, all below 2^53. pg gives strings unless told. */
const int8 = 20;

/**
 * A pool of connections. Nothing is connected yet; the first query says whether the server is there.
 * @param onBroken a connection broke, in use or not (server restart): the pool replaces it, whoever used it gets the
 *   error at the next query.
 */
export function openPostgres(
  url: string,
  onBroken: (error: Error) => void,
  log?: (event: LogEvent) => void,
): Kysely<Tables> {
  const types = {
    getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
      oid === int8 ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
  };
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    application_name: 'bagdar',
    types,
  });
  // Without a listener Node ends the process. The pool listens to idle connections only; one that breaks between two
  // statements of a transaction has nobody but this.
  pool.on('connect', (client) => client.on('error', onBroken));
  pool.on('error', () => undefined);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), ...(log ? { log } : {}) });
}

/** A connection that only listens. A dead line is noticed by keep-alive: nothing is ever asked on it. */
export function listeningClient(url: string): pg.Client {
  return new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: 'bagdar hints',
  });
}
