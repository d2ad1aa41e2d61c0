import type { Kysely } from 'kysely';
import type { Dialect } from '../database/dialect.ts';
import * as first from './0001-first.ts';
import * as webHistory from './0002-web-history.ts';
import * as checklistsReminders from './0003-checklists-reminders.ts';
import * as announcements from './0004-announcements.ts';
import * as desk from './0005-desk.ts';
import * as switches from './0006-switches.ts';
import * as replicas from './0008-replicas.ts';
import * as boards from './0009-announcement-boards.ts';

/**
 * One change of the schema. It must leave the tables usable for the version before it (add, never rename
 * or drop in the same release), because replicas are replaced one after another.
 */
export interface Migration {
  readonly name: string;
  up(db: Kysely<unknown>, dialect: Dialect): Promise<void>;
}

/** In order. Names never change once released: the database remembers them. */
export const migrations: readonly Migration[] = [
  { name: '0001-first', up: first.up },
  { name: '0002-web-history', up: webHistory.up },
  { name: '0003-checklists-reminders', up: checklistsReminders.up },
  { name: '0004-announcements', up: announcements.up },
  { name: '0005-desk', up: desk.up },
  { name: '0006-switches', up: switches.up },
  { name: '0008-replicas', up: replicas.up },
  { name: '0009-announcement-boards', up: boards.up },
];
