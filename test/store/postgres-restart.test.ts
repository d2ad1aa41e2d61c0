import { type AddressInfo, connect, createServer } from 'node:net';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { systemClock } from '../../src/operations/clock.ts';
import { openStore } from '../../src/store/open.ts';
import { openPostgres } from '../../src/store/postgres/open.ts';
import { freshPostgres } from '../support/database.ts';
import { quiet } from '../support/quiet.ts';

it('a server that goes away in the middle of a transaction ends the transaction, not the process', async () => {
  const url = await freshPostgres();
  const broken = Promise.withResolvers<Error>();
  const db = openPostgres(url, broken.resolve);
  const other = openPostgres(url, () => undefined);
  try {
    const work = db.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
      // As a restart does it, and between two statements: nobody waits for an answer of the server then.
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(other);
      await broken.promise;
      await sql`select 1`.execute(transaction);
    });
    await expect(work).rejects.toThrow();
    expect((await broken.promise).message).toContain('terminating connection');
    expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  } finally {
    await db.destroy();
    await other.destroy();
  }
});

it('a first connection that comes to nothing is tried once more', async () => {
  const url = new URL(await freshPostgres());
  let seen = 0;
  const door = createServer((from) => {
    seen += 1;
    if (seen === 1) {
      from.destroy();
      return;
    }
    const to = connect(Number(url.port), url.hostname);
    from.pipe(to).pipe(from);
    from.on('error', () => to.destroy());
    to.on('error', () => from.destroy());
  });
  await new Promise<void>((done) => door.listen(0, '127.0.0.1', done));
  url.hostname = '127.0.0.1';
  const { port } = door.address() as AddressInfo;
  const behind = Object.assign(new URL(url), { port: String(port) });
  const store = await openStore(behind.href, { clock: systemClock, logger: quiet });
  await store.ping();
  expect(seen).toBeGreaterThan(1);
  await store.close();
  door.close();
});
