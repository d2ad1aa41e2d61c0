import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { changed } from './connection.ts';

/** A person as the tables know them. */
export interface PersonKey {
  readonly id: string;
  readonly channel: string;
  readonly externalId: string;
}

/** How one table gives out and gives up what it holds about a person. */
interface PersonalTable {
  /** Deletes or wipes; returns the rows touched. */
  delete(db: Kysely<Tables>, person: PersonKey): Promise<number>;
  export(db: Kysely<Tables>, person: PersonKey): Promise<readonly unknown[]>;
}

type ById =
  | 'sessions'
  | 'contexts'
  | 'questions'
  | 'history'
  | 'recipients'
  | 'subscriptions'
  | 'announcement_stops'
  | 'checklists'
  | 'reminders'
  | 'time_zones'
  | 'desk_threads'
  | 'desk_cases'
  | 'outgoing'
  | 'hear_back';
type ByExternalId = 'conversations' | 'staff' | 'announcement_boards' | 'announcement_requests';

const byId = <T extends ById>(table: T, columns: readonly (keyof Tables[T] & string)[]): PersonalTable => ({
  delete: async (db, { id }) =>
    changed(
      await db
        .deleteFrom(table as ById)
        .where('person_id', '=', id)
        .executeTakeFirst(),
    ),
  export: async (db, { id }) =>
    (
      await sql`select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)} where person_id = ${id}`.execute(
        db,
      )
    ).rows,
});

const byExternalId = (table: ByExternalId): PersonalTable => ({
  delete: async (db, { channel, externalId }) =>
    changed(
      await db
        .deleteFrom(table)
        .where('channel', '=', channel)
        .where('external_id', '=', externalId)
        .executeTakeFirst(),
    ),
  export: async (db, { channel, externalId }) =>
    await db
      .selectFrom(table)
      .selectAll()
      .where('channel', '=', channel)
      .where('external_id', '=', externalId)
      .execute(),
});

/**
 * Every table that holds something about a person. A test reads the schema and fails when a table with a
 * `person_id` or `external_id` is missing here: a new subject cannot be forgotten. `people` comes last,
 * because the others refer to it.
 */
export const personalTables: Readonly<Record<string, PersonalTable>> = {
  sessions: byId('sessions', ['created_at', 'expires_at']),
  contexts: byId('contexts', ['context', 'updated_at']),
  // Before the questions it refers to, so that its rows are counted.
  hear_back: byId('hear_back', ['question_id', 'agreed_at']),
  questions: byId('questions', [
    'text',
    'language',
    'script',
    'kind',
    'entry',
    'asked_at',
    'helpful',
    'feedback_reason',
  ]),
  history: byId('history', ['author', 'payload', 'written_at']),
  checklists: byId('checklists', ['entry', 'items', 'ticked', 'created_at', 'changed_at']),
  reminders: byId('reminders', ['about', 'last_day', 'time', 'day', 'due_at', 'state', 'created_at']),
  time_zones: byId('time_zones', ['zone']),
  recipients: byId('recipients', [
    'announcement_id',
    'locale',
    'region',
    'state',
    'reason',
    'settled_at',
    'clicked_at',
    'stopped_at',
  ]),
  subscriptions: byId('subscriptions', ['topic']),
  announcement_stops: byId('announcement_stops', ['until']),
  outgoing: byId('outgoing', ['payload', 'created_at']),
  desk_cases: byId('desk_cases', ['opened_at', 'closed_at']),
  desk_threads: byId('desk_threads', ['number', 'created_at']),
  conversations: byExternalId('conversations'),
  staff: byExternalId('staff'),
  announcement_boards: byExternalId('announcement_boards'),
  announcement_requests: byExternalId('announcement_requests'),

  inbox: {
    // Rows stay, wiped: their ids keep repeats out, and the one in hand is the very request to delete.
    delete: async (db, { channel, externalId }) => {
      const theirs = () =>
        db
          .updateTable('inbox')
          .where('channel', '=', channel)
          .where((where) =>
            where.or([where('external_id', '=', externalId), where('chat', '=', externalId)]),
          );
      const held = await theirs()
        .set({ payload: 'null', external_id: null, reason: null, chat: sql<string>`'deleted:' || seq` })
        .where('state', '=', 'leased')
        .executeTakeFirst();
      const rest = await theirs()
        .set({
          payload: '',
          external_id: null,
          chat: null,
          reason: null,
          state: 'done',
          finished_at: sql<number>`received_at`,
        })
        .executeTakeFirst();
      return changed(held) + changed(rest);
    },
    // Sealed while it waits (`telegram/seal.ts`), gone after: there is nothing to read.
    export: async (db, { channel, externalId }) =>
      await db
        .selectFrom('inbox')
        .select(['received_at'])
        .where('channel', '=', channel)
        .where('external_id', '=', externalId)
        .execute(),
  },

  audit: {
    // That something was done stays; who did it, or to whom, goes.
    delete: async (db, { channel, externalId }) => {
      const actor = await db
        .updateTable('audit')
        .set({ external_id: null })
        .where('channel', '=', channel)
        .where('external_id', '=', externalId)
        .executeTakeFirst();
      const target = await db
        .updateTable('audit')
        .set({ target: null, details: '{}' })
        .where('channel', '=', channel)
        .where('target', '=', externalId)
        .executeTakeFirst();
      return changed(actor) + changed(target);
    },
    export: async (db, { channel, externalId }) =>
      await db
        .selectFrom('audit')
        .select(['at', 'action'])
        .where('channel', '=', channel)
        .where('external_id', '=', externalId)
        .execute(),
  },

  announcements: {
    // What was announced stays; who announced it goes.
    delete: async (db, { channel, externalId }) =>
      channel === 'telegram'
        ? changed(
            await db
              .updateTable('announcements')
              .set({ external_id: null })
              .where('external_id', '=', externalId)
              .executeTakeFirst(),
          )
        : 0,
    export: async (db, { channel, externalId }) =>
      channel === 'telegram'
        ? await db
            .selectFrom('announcements')
            .select(['id', 'kind', 'definition', 'created_at'])
            .where('external_id', '=', externalId)
            .execute()
        : [],
  },

  limits: {
    delete: async (db, { externalId }) =>
      changed(await db.deleteFrom('limits').where('external_id', '=', externalId).executeTakeFirst()),
    export: async (db, { externalId }) =>
      await db
        .selectFrom('limits')
        .select(['window_start', 'used'])
        .where('external_id', '=', externalId)
        .execute(),
  },

  people: {
    delete: async (db, { id }) =>
      changed(await db.deleteFrom('people').where('id', '=', id).executeTakeFirst()),
    export: async (db, { id }) => await db.selectFrom('people').selectAll().where('id', '=', id).execute(),
  },
};
