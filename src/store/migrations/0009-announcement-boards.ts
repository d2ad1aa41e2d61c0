import type { Kysely } from 'kysely';

/** Live messages of running announcements in staff's chats, and announcements that wait for a second person. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('announcement_boards')
    .addColumn('announcement_id', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('external_id', 'text', (column) => column.notNull())
    .addColumn('message_id', 'bigint', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('shown', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('announcement_requests')
    .addColumn('announcement_id', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('external_id', 'text', (column) => column.notNull())
    .addColumn('starts_at', 'bigint')
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .execute();
}
