import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../database/dialect.ts';

/** Announcements, who got them, and what people want to be told. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const { schema } = db;
  const bytes = dialect === 'postgres' ? sql`bytea` : sql`blob`;

  await schema
    .createTable('announcements')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('definition', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('origin', 'text')
    .addColumn('external_id', 'text')
    .addColumn('starts_at', 'bigint', (column) => column.notNull())
    .addColumn('urgent', 'integer', (column) => column.notNull())
    .addColumn('paid', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('resolved_at', 'bigint')
    .addColumn('started_at', 'bigint')
    .addColumn('finished_at', 'bigint')
    .addColumn('withdrawn_at', 'bigint')
    .execute();
  await schema.createIndex('announcements_due').on('announcements').columns(['state', 'starts_at']).execute();
  await schema.createIndex('announcements_origin').on('announcements').column('origin').execute();
  await schema.createIndex('announcements_author').on('announcements').column('external_id').execute();

  await schema
    .createTable('announcement_files')
    .addColumn('announcement_id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('bytes', bytes, (column) => column.notNull())
    .execute();

  await schema
    .createTable('announcement_counts')
    .addColumn('announcement_id', 'text', (column) => column.notNull())
    .addColumn('counter', 'text', (column) => column.notNull())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('announcement_counts_key', ['announcement_id', 'counter'])
    .execute();

  // Without a reference to people: a million checks would double the time of resolving an audience.
  await schema
    .createTable('recipients')
    .addColumn('announcement_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('region', 'text')
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('words', 'text')
    .addColumn('message_id', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('owner', 'text')
    .addColumn('term', 'bigint')
    .addColumn('settled_at', 'bigint')
    .addColumn('clicked_at', 'bigint')
    .addColumn('stopped_at', 'bigint')
    .addPrimaryKeyConstraint('recipients_key', ['announcement_id', 'person_id'])
    .execute();
  // Partial indexes: claiming costs the same for the first recipient and the last of a million.
  await sql`create index recipients_waiting on recipients (announcement_id, zone, due_at, person_id)
    where state = 'waiting'`.execute(db);
  await sql`create index recipients_claimed on recipients (announcement_id, person_id)
    where state = 'claimed'`.execute(db);
  await sql`create index recipients_unclear on recipients (announcement_id, person_id)
    where state = 'unclear'`.execute(db);
  await schema.createIndex('recipients_person').on('recipients').column('person_id').execute();
  if (dialect === 'postgres') {
    // Every row is updated twice within a second; room on its page keeps the updates out of the other indexes.
    await sql`alter table recipients set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05)`.execute(
      db,
    );
  }

  await schema
    .createTable('subscriptions')
    .addColumn('person_id', 'text', (column) => column.notNull().references('people.id').onDelete('cascade'))
    .addColumn('topic', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('subscriptions_key', ['person_id', 'topic'])
    .execute();

  await schema
    .createTable('announcement_stops')
    .addColumn('person_id', 'text', (column) =>
      column.primaryKey().references('people.id').onDelete('cascade'),
    )
    .addColumn('until', 'bigint')
    .execute();
}
