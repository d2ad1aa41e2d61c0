import { type Selectable, sql } from 'kysely';
import type { Locale } from '../../language/locale.ts';
import type { DeskCasesTable, DeskThreadsTable } from '../database/tables.ts';
import type { Closer, Desk, DeskCase, DeskCounts, DeskThread } from '../ports/desk.ts';
import { type Connection, changed, moment } from './connection.ts';

export function sqlDesk({ db, clock, ids }: Connection): Desk {
  const now = () => clock.now().getTime();
  const threads = () => db.selectFrom('desk_threads').selectAll();
  const cases = (personId: string) =>
    db.selectFrom('desk_cases').selectAll().where('person_id', '=', personId);
  const openCase: Desk['openCase'] = async (personId) =>
    caseOf(await cases(personId).where('closed_at', 'is', null).executeTakeFirst());
  const threadOf: Desk['threadOf'] = async (personId) =>
    threadFrom(await threads().where('person_id', '=', personId).executeTakeFirst());

  return {
    threadOf,
    async thread(personId, locale) {
      await db
        .insertInto('desk_threads')
        .values({ person_id: personId, chat: null, thread: null, locale, created_at: now() })
        .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ locale }))
        .execute();
      const made = await threadOf(personId);
      if (made === null) throw new Error('a thread that was just made is there');
      return made;
    },
    byNumber: async (number) => threadFrom(await threads().where('number', '=', number).executeTakeFirst()),
    byTopic: async (chat, topic) =>
      threadFrom(await threads().where('chat', '=', chat).where('thread', '=', topic).executeTakeFirst()),
    async place(number, chat, topic) {
      await db
        .updateTable('desk_threads')
        .set({ chat, thread: topic })
        .where('number', '=', number)
        .execute();
    },

    openCase,
    lastCase: async (personId) =>
      caseOf(await cases(personId).orderBy('opened_at', 'desc').orderBy('id').limit(1).executeTakeFirst()),
    async open(personId) {
      const at = now();
      await db
        .insertInto('desk_cases')
        .values({ id: ids.id(), person_id: personId, opened_at: at, last_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const opened = await openCase(personId);
      if (opened === null) throw new Error('a case was closed while it was being opened');
      return opened;
    },
    async wrote(caseId, who) {
      const at = now();
      await db
        .updateTable('desk_cases')
        .set({
          last_at: at,
          ...(who === 'staff' ? { answered_at: sql<number>`coalesce(answered_at, ${at})` } : {}),
        })
        .where('id', '=', caseId)
        .execute();
    },
    async close(personId, by) {
      const row = await db
        .updateTable('desk_cases')
        .set({ closed_at: now(), closed_by: by })
        .where('person_id', '=', personId)
        .where('closed_at', 'is', null)
        .returningAll()
        .executeTakeFirst();
      return caseOf(row);
    },
    async idle(before, limit) {
      const rows = await db
        .selectFrom('desk_cases')
        .select('person_id')
        .where('closed_at', 'is', null)
        .where('last_at', '<', before.getTime())
        .orderBy('last_at')
        .limit(limit)
        .execute();
      return rows.map((row) => row.person_id);
    },
    async counts(since, until): Promise<DeskCounts> {
      const rows = await db
        .selectFrom('desk_cases')
        .select(['opened_at', 'answered_at', 'closed_at'])
        .where('opened_at', '>=', since.getTime())
        .where('opened_at', '<', until.getTime())
        .execute();
      const waits = rows
        .flatMap((row) => (row.answered_at === null ? [] : [row.answered_at - row.opened_at]))
        .sort((a, b) => a - b);
      const median = waits[Math.floor((waits.length - 1) / 2)];
      return {
        opened: rows.length,
        answered: waits.length,
        closed: rows.filter((row) => row.closed_at !== null).length,
        medianMinutes: median === undefined ? null : Math.round(median / 60_000),
      };
    },
    async openCases() {
      const row = await db
        .selectFrom('desk_cases')
        .select((select) => select.fn.countAll<number>().as('count'))
        .where('closed_at', 'is', null)
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },
    async purge(before) {
      return changed(
        await db.deleteFrom('desk_cases').where('closed_at', '<', before.getTime()).executeTakeFirst(),
      );
    },
  };
}

function threadFrom(row: Selectable<DeskThreadsTable> | undefined): DeskThread | null {
  if (row === undefined) return null;
  return {
    number: Number(row.number),
    personId: row.person_id,
    locale: row.locale as Locale,
    chat: row.chat,
    topic: row.thread,
  };
}

function caseOf(row: Selectable<DeskCasesTable> | undefined): DeskCase | null {
  if (row === undefined) return null;
  return {
    id: row.id,
    personId: row.person_id,
    openedAt: new Date(row.opened_at),
    lastAt: new Date(row.last_at),
    closedAt: moment(row.closed_at),
    closedBy: row.closed_by as Closer | null,
  };
}
