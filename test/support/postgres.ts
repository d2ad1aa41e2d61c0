import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address that answers each request with the address of a fresh database. */
    postgresBroker: string;
  }
}

/**
 * Global set-up of a test run: one PostgreSQL server, started when the first test file asks for a database,
 * so that runs without such tests do not wait for it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server: Promise<PostgresServer> | undefined;
  const broker = createServer(async (_request, response) => {
    try {
      server ??= startPostgres();
      const database = await (await server).createDatabase(`t${randomBytes(6).toString('hex')}`);
      response.end(database);
    } catch (error) {
      response.statusCode = 500;
      response.end(String(error));
    }
  });
  await new Promise<void>((done) => broker.listen(0, '127.0.0.1', done));
  const address = broker.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  project.provide('postgresBroker', `http://127.0.0.1:${port}/`);
  return async () => {
    broker.closeAllConnections();
    broker.close();
    await (await server?.catch(() => undefined))?.stop();
  };
}
