import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../database/dialect.ts';

/** The desk, what editors note about questions, and counts of guides' steps. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const { schema } = db;
  const serial = dialect === 'postgres' ? sql`bigserial` : sql`integer`;

  await schema
    .createTable('desk_threads')
    .addColumn('number', serial, (column) =>
      dialect === 'sqlite' ? column.primaryKey().autoIncrement() : column.primaryKey(),
    )
    .addColumn('person_id', 'text', (column) =>
      column.notNull().unique().references('people.id').onDelete('cascade'),
    )
    .addColumn('chat', 'text')
    .addColumn('thread', 'bigint')
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('desk_threads_thread').on('desk_threads').columns(['chat', 'thread']).execute();

  await schema
    .createTable('desk_cases')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.notNull().references('people.id').onDelete('cascade'))
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('last_at', 'bigint', (column) => column.notNull())
    .addColumn('answered_at', 'bigint')
    .addColumn('closed_at', 'bigint')
    .addColumn('closed_by', 'text')
    .execute();
  // Two open cases of one person are impossible, whatever two taps or two replicas do.
  await sql`create unique index desk_cases_open on desk_cases (person_id) where closed_at is null`.execute(
    db,
  );
  await schema.createIndex('desk_cases_opened_at').on('desk_cases').column('opened_at').execute();
  await schema.createIndex('desk_cases_person').on('desk_cases').column('person_id').execute();

  await schema
    .createTable('outgoing')
    .addColumn('seq', serial, (column) =>
      dialect === 'sqlite' ? column.primaryKey().autoIncrement() : column.primaryKey(),
    )
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('line', 'text', (column) => column.notNull())
    .addColumn('to_staff', 'integer', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.references('people.id').onDelete('cascade'))
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('chat', 'text')
    .addColumn('message_id', 'bigint')
    .addColumn('reason', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('finished_at', 'bigint')
    .execute();
  await sql`create index outgoing_open on outgoing (line, seq) where state in ('waiting', 'sending')`.execute(
    db,
  );
  await sql`create index outgoing_finished on outgoing (finished_at) where finished_at is not null`.execute(
    db,
  );
  await schema.createIndex('outgoing_message').on('outgoing').columns(['chat', 'message_id']).execute();
  await schema.createIndex('outgoing_person').on('outgoing').column('person_id').execute();

  await schema
    .createTable('hear_back')
    .addColumn('question_id', 'text', (column) =>
      column.primaryKey().references('questions.id').onDelete('cascade'),
    )
    .addColumn('person_id', 'text', (column) => column.notNull().references('people.id').onDelete('cascade'))
    .addColumn('agreed_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('hear_back_person').on('hear_back').column('person_id').execute();

  await schema
    .createTable('question_marks')
    .addColumn('question_id', 'text', (column) =>
      column.primaryKey().references('questions.id').onDelete('cascade'),
    )
    .addColumn('mark', 'text', (column) => column.notNull())
    .addColumn('marked_at', 'bigint', (column) => column.notNull())
    .execute();

  await schema
    .createTable('guide_steps')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('guide', 'text', (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('guide_steps_key', ['day', 'guide', 'step', 'event'])
    .execute();

  await schema
    .alterTable('history')
    .addColumn('pushed', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`create index history_pushed on history (person_id, seq) where pushed = 1`.execute(db);
}
