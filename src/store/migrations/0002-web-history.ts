import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../database/dialect.ts';

/** Messages of the web chat, so that a reload or a restart shows the conversation again. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const serial = dialect === 'postgres' ? sql`bigserial` : sql`integer`;
  await db.schema
    .createTable('history')
    .addColumn('seq', serial, (column) =>
      dialect === 'sqlite' ? column.primaryKey().autoIncrement() : column.primaryKey(),
    )
    .addColumn('person_id', 'text', (column) => column.notNull().references('people.id').onDelete('cascade'))
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('written_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('history_person_id').on('history').columns(['person_id', 'seq']).execute();
  await db.schema.createIndex('history_written_at').on('history').column('written_at').execute();
}
