import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../database/dialect.ts';

/** People, sessions, questions, conversations, the inbox and what keeps several processes apart. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const { schema } = db;
  const serial = dialect === 'postgres' ? sql`bigserial` : sql`integer`;

  await schema
    .createTable('people')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('external_id', 'text', (column) => column.notNull())
    .addColumn('locale', 'text')
    .addColumn('script', 'text')
    .addColumn('region', 'text')
    .addColumn('country', 'text')
    .addColumn('chosen', 'text', (column) => column.notNull().defaultTo('[]'))
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('last_seen_at', 'bigint', (column) => column.notNull())
    .addColumn('blocked_at', 'bigint')
    .addUniqueConstraint('people_channel_external_id', ['channel', 'external_id'])
    .execute();
  await schema.createIndex('people_last_seen_at').on('people').column('last_seen_at').execute();

  await schema
    .createTable('sessions')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.notNull().references('people.id').onDelete('cascade'))
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('sessions_person_id').on('sessions').column('person_id').execute();
  await schema.createIndex('sessions_expires_at').on('sessions').column('expires_at').execute();

  await schema
    .createTable('contexts')
    .addColumn('person_id', 'text', (column) =>
      column.primaryKey().references('people.id').onDelete('cascade'),
    )
    .addColumn('context', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('contexts_updated_at').on('contexts').column('updated_at').execute();

  await schema
    .createTable('questions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.references('people.id').onDelete('cascade'))
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('script', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('entry', 'text')
    .addColumn('confidence', 'double precision', (column) => column.notNull())
    .addColumn('took_ms', 'double precision', (column) => column.notNull())
    .addColumn('content_version', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .addColumn('helpful', 'integer')
    .addColumn('feedback_reason', 'text')
    .execute();
  await schema.createIndex('questions_person_id').on('questions').column('person_id').execute();
  await schema.createIndex('questions_asked_at').on('questions').columns(['asked_at', 'id']).execute();

  await schema
    .createTable('conversations')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('external_id', 'text')
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('conversations_key', ['channel', 'key'])
    .execute();
  await schema
    .createIndex('conversations_person')
    .on('conversations')
    .columns(['channel', 'external_id'])
    .execute();
  await schema.createIndex('conversations_updated_at').on('conversations').column('updated_at').execute();

  await schema
    .createTable('inbox')
    .addColumn('seq', serial, (column) =>
      dialect === 'sqlite' ? column.primaryKey().autoIncrement() : column.primaryKey(),
    )
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('update_id', 'text', (column) => column.notNull())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('chat', 'text')
    .addColumn('external_id', 'text')
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('owner', 'text')
    .addColumn('lease_until', 'bigint')
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('reason', 'text')
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('finished_at', 'bigint')
    .addUniqueConstraint('inbox_update', ['channel', 'update_id'])
    .execute();
  // Partial indexes keep the queue's queries independent of how many finished updates are remembered.
  await sql`create index inbox_open on inbox (channel, chat, position, seq) where state in ('waiting', 'leased')`.execute(
    db,
  );
  await sql`create index inbox_waiting on inbox (received_at, seq) where state = 'waiting'`.execute(db);
  // Two updates of one chat in hand at once are impossible, whatever the replicas do.
  await sql`create unique index inbox_one_a_chat on inbox (channel, chat) where state = 'leased'`.execute(db);
  await sql`create index inbox_leased on inbox (lease_until) where state = 'leased'`.execute(db);
  await sql`create index inbox_parked on inbox (seq) where state = 'parked'`.execute(db);
  await sql`create index inbox_finished on inbox (finished_at) where finished_at is not null`.execute(db);
  if (dialect === 'postgres') {
    // Every row is updated twice within seconds: room on its page and frequent cleaning keep the queue small.
    await sql`alter table inbox set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02,
      autovacuum_analyze_scale_factor = 0.02)`.execute(db);
  }
  await schema.createIndex('inbox_person').on('inbox').columns(['external_id', 'channel']).execute();

  await schema
    .createTable('leases')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .addColumn('term', 'bigint', (column) => column.notNull())
    .execute();

  await schema
    .createTable('audit')
    .addColumn('seq', serial, (column) =>
      dialect === 'sqlite' ? column.primaryKey().autoIncrement() : column.primaryKey(),
    )
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('external_id', 'text')
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('target', 'text')
    .addColumn('details', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('audit_person').on('audit').columns(['channel', 'external_id']).execute();
  await schema.createIndex('audit_at').on('audit').column('at').execute();

  await schema
    .createTable('staff')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('external_id', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('added_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('staff_person', ['channel', 'external_id'])
    .execute();

  await schema
    .createTable('limits')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('window_start', 'bigint', (column) => column.notNull())
    .addColumn('used', 'integer', (column) => column.notNull())
    .addColumn('external_id', 'text')
    .execute();
  await schema.createIndex('limits_window_start').on('limits').column('window_start').execute();
}
