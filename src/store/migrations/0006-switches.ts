import type { Kysely } from 'kysely';

/** Channels that staff switched off. No row = on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('switches')
    .addColumn('channel', 'text', (column) => column.primaryKey())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('banner_kk', 'text')
    .addColumn('banner_ru', 'text')
    .addColumn('off_since', 'bigint', (column) => column.notNull())
    .execute();
}
