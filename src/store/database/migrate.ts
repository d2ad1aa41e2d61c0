import { type Kysely, sql } from 'kysely';
import type { Migration } from '../migrations/all.ts';
import type { Dialect } from './dialect.ts';
import type { Tables } from './tables.ts';

/** Any fixed number; PostgreSQL's advisory locks are named by numbers. */
const migrationLock = 7_108_114;

export interface Migrated {
  readonly applied: readonly string[];
  /** Migrations of a newer release: harmless by the rule that a migration only adds, but worth a line in the log. */
  readonly unknown: readonly string[];
}

/**
 * Brings the schema up to date in one transaction: all or nothing. Processes that start together wait for
 * the first (SQLite: the write lock of BEGIN IMMEDIATE; PostgreSQL: an advisory lock).
 */
export async function migrate(
  db: Kysely<Tables>,
  dialect: Dialect,
  migrations: readonly Migration[],
  now: Date,
): Promise<Migrated> {
  return await db.transaction().execute(async (transaction) => {
    if (dialect === 'postgres') {
      // Waiting for another replica's migration may take longer than a query is allowed to.
      await sql`set local statement_timeout = 0`.execute(transaction);
      await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(transaction);
    }
    await sql`create table if not exists migrations (name text primary key, applied_at bigint not null)`.execute(
      transaction,
    );
    const { rows } = await sql<{ name: string }>`select name from migrations order by name`.execute(
      transaction,
    );
    const done = new Set(rows.map((row) => row.name));
    const applied: string[] = [];
    for (const migration of migrations) {
      if (done.delete(migration.name)) continue;
      await migration.up(transaction as unknown as Kysely<unknown>, dialect);
      await sql`insert into migrations (name, applied_at) values (${migration.name}, ${now.getTime()})`.execute(
        transaction,
      );
      applied.push(migration.name);
    }
    return { applied, unknown: [...done] };
  });
}
