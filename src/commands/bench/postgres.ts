import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CannotRun } from './part.ts';

/** A PostgreSQL server for the time of a measurement. */
export interface BenchServer {
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

/**
 * The server of the tests. It runs with `fsync=off`: on a server that waits for its disk, writes take longer, and many
 * processes share the waiting.
 *
 * @throws CannotRun where the tests or the server's package are missing
 */
export async function openPostgresServer(): Promise<BenchServer> {
  const support = join(import.meta.dirname, '..', '..', '..', 'test', 'support', 'postgres-server.ts');
  if (!existsSync(support))
    throw new CannotRun('needs test/support of a checkout and its development packages');
  const { startPostgres } = (await import(
    support
  )) as typeof import('../../../test/support/postgres-server.ts');
  return await startPostgres();
}
