import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../database/dialect.ts';

/** What people keep with us: checklists they tick, reminders they asked for, and the time zone those come in. */
export async function up(db: Kysely<unknown>, _dialect: Dialect): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('checklists')
    .addColumn('person_id', 'text', (column) => column.notNull().references('people.id').onDelete('cascade'))
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('items', 'text', (column) => column.notNull())
    .addColumn('ticked', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('checklists_key', ['person_id', 'entry'])
    .execute();
  await schema.createIndex('checklists_changed_at').on('checklists').column('changed_at').execute();

  await schema
    .createTable('reminders')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.notNull().references('people.id').onDelete('cascade'))
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('last_day', 'text', (column) => column.notNull())
    .addColumn('time', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('rule', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('not_before', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('claim', 'text')
    .addColumn('claimed_until', 'bigint')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    // Asked for twice, it comes once.
    .addUniqueConstraint('reminders_one', ['person_id', 'about', 'last_day', 'time', 'day'])
    .execute();
  // Partial: however many reminders wait for later days, looking for those due reads only these.
  await sql`create index reminders_due on reminders (due_at, id) where state = 'waiting'`.execute(db);
  await sql`create index reminders_sending on reminders (claimed_until) where state = 'sending'`.execute(db);
  await schema.createIndex('reminders_due_at').on('reminders').column('due_at').execute();

  await schema
    .createTable('time_zones')
    .addColumn('person_id', 'text', (column) =>
      column.primaryKey().references('people.id').onDelete('cascade'),
    )
    .addColumn('zone', 'text', (column) => column.notNull())
    .execute();
}
