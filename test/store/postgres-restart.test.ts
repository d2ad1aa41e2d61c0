import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openPostgres } from '../../src/store/postgres/open.ts';
import { freshPostgres } from '../support/database.ts';

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
