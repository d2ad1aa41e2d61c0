import { type Selectable, sql } from 'kysely';
import type { Announcement } from '../../announcements/announcement.ts';
import type { AnnouncementKind, AnnouncementState } from '../../announcements/states.ts';
import type { Locale } from '../../language/locale.ts';
import type { AnnouncementsTable } from '../database/tables.ts';
import type { Announcements, StoredAnnouncement } from '../ports/announcements.ts';
import { readCounts } from './announcement-counts.ts';
import { inAudience, readerLocale } from './audience.ts';
import { type Connection, changed, moment } from './connection.ts';

/** Rows of a ledger deleted by one statement. */
const purgedAtOnce = 10_000;

export function sqlAnnouncements({ db, clock, ids }: Connection): Announcements {
  const byId = async (id: string): Promise<StoredAnnouncement | null> => {
    const row = await db.selectFrom('announcements').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? storedAnnouncement(row) : null;
  };
  const all = async (query: { execute(): Promise<Selectable<AnnouncementsTable>[]> }) =>
    (await query.execute()).map(storedAnnouncement);

  return {
    async create(announcement) {
      const { definition, file } = announcement;
      return await db.transaction().execute(async (transaction) => {
        const row = await transaction
          .insertInto('announcements')
          .values({
            id: ids.id(),
            kind: announcement.kind,
            state: announcement.state,
            definition: JSON.stringify(definition),
            revision: 1,
            origin: announcement.origin ?? null,
            external_id: announcement.author ?? null,
            starts_at: announcement.startsAt.getTime(),
            urgent: definition.urgent ? 1 : 0,
            paid: announcement.paid === true ? 1 : 0,
            created_at: clock.now().getTime(),
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        if (file)
          await transaction
            .insertInto('announcement_files')
            .values({ announcement_id: row.id, name: file.name, bytes: file.bytes })
            .execute();
        return storedAnnouncement(row);
      });
    },

    byId,

    list: (limit) =>
      all(
        db
          .selectFrom('announcements')
          .selectAll()
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
          .limit(limit),
      ),

    madeFrom: (id) =>
      all(db.selectFrom('announcements').selectAll().where('origin', '=', id).orderBy('created_at')),

    async redefine(id, definition) {
      const result = await db
        .updateTable('announcements')
        .set({
          definition: JSON.stringify(definition),
          urgent: definition.urgent ? 1 : 0,
          revision: sql<number>`revision + 1`,
        })
        .where('id', '=', id)
        .executeTakeFirst();
      return changed(result) === 1;
    },

    async move(id, from, to, startsAt) {
      const now = clock.now().getTime();
      const ends = to === 'stopped' || to === 'done';
      const result = await db
        .updateTable('announcements')
        .set({
          state: to,
          finished_at: ends ? now : null,
          ...(to === 'sending' ? { started_at: sql<number>`coalesce(started_at, ${now})` } : {}),
          ...(startsAt === undefined ? {} : { starts_at: startsAt.getTime() }),
        })
        .where('id', '=', id)
        .where('state', 'in', [...from])
        .executeTakeFirst();
      return changed(result) === 1;
    },

    async setPaid(id, paid) {
      const result = await db
        .updateTable('announcements')
        .set({ paid: paid ? 1 : 0 })
        .where('id', '=', id)
        .where('state', 'in', ['draft', 'scheduled'])
        .executeTakeFirst();
      return changed(result) === 1;
    },

    async withdraw(id) {
      await db
        .updateTable('announcements')
        .set({ withdrawn_at: clock.now().getTime() })
        .where('id', '=', id)
        .where('withdrawn_at', 'is', null)
        .execute();
    },

    async discard(id) {
      return await db.transaction().execute(async (transaction) => {
        const result = await transaction
          .deleteFrom('announcements')
          .where('id', '=', id)
          .where('state', '=', 'draft')
          .executeTakeFirst();
        if (changed(result) === 0) return false;
        await transaction.deleteFrom('announcement_files').where('announcement_id', '=', id).execute();
        return true;
      });
    },

    due: (now) =>
      all(
        db
          .selectFrom('announcements')
          .selectAll()
          .where('state', 'in', ['scheduled', 'sending'])
          .where('starts_at', '<=', now.getTime())
          .orderBy('urgent', 'desc')
          .orderBy('starts_at')
          .orderBy('id'),
      ),

    current: (since, limit) =>
      all(
        db
          .selectFrom('announcements')
          .selectAll()
          .where('kind', '=', 'message')
          .where('state', 'in', ['sending', 'paused', 'done'])
          .where('withdrawn_at', 'is', null)
          .where('started_at', '>=', since.getTime())
          .orderBy('started_at', 'desc')
          .limit(limit),
      ),

    async keepFileId(id, fileId) {
      const stored = await byId(id);
      if (stored?.definition.media === undefined) return;
      const definition = { ...stored.definition, media: { ...stored.definition.media, file_id: fileId } };
      await db
        .updateTable('announcements')
        .set({ definition: JSON.stringify(definition) })
        .where('id', '=', id)
        .where('revision', '=', stored.revision)
        .execute();
    },

    async file(id) {
      const row = await db
        .selectFrom('announcement_files')
        .select(['name', 'bytes'])
        .where('announcement_id', '=', id)
        .executeTakeFirst();
      return row ?? null;
    },

    counts: (id) => readCounts(db, id),

    async reach(audience, skipRussian) {
      const { rows } = await sql<{ locale: Locale; count: number }>`
        select ${readerLocale} as locale, count(*) as count from people p
        where ${inAudience(audience, skipRussian, clock.now())}
        group by ${readerLocale} order by ${readerLocale}`.execute(db);
      return new Map(rows.map(({ locale, count }) => [locale, Number(count)]));
    },

    async purge(before, limit) {
      const rows = await db
        .selectFrom('announcements')
        .select('id')
        .where('finished_at', '<', before.getTime())
        .orderBy('finished_at')
        .limit(limit)
        .execute();
      for (const { id } of rows) {
        // Bit by bit: a million rows in one statement would hold up everybody's questions.
        for (let deleted = purgedAtOnce; deleted === purgedAtOnce; ) {
          const result = await sql`delete from recipients where announcement_id = ${id} and person_id in (
            select person_id from recipients where announcement_id = ${id} limit ${purgedAtOnce})`.execute(
            db,
          );
          deleted = Number(result.numAffectedRows ?? 0n);
        }
        await db.transaction().execute(async (transaction) => {
          for (const table of ['announcement_counts', 'announcement_files'] as const)
            await transaction.deleteFrom(table).where('announcement_id', '=', id).execute();
          await transaction.deleteFrom('announcements').where('id', '=', id).execute();
        });
      }
      return rows.length;
    },
  };
}

/** A row as the port gives it. */
export function storedAnnouncement(row: Selectable<AnnouncementsTable>): StoredAnnouncement {
  return {
    id: row.id,
    kind: row.kind as AnnouncementKind,
    state: row.state as AnnouncementState,
    definition: JSON.parse(row.definition) as Announcement,
    revision: row.revision,
    origin: row.origin,
    author: row.external_id,
    startsAt: new Date(row.starts_at),
    paid: row.paid === 1,
    createdAt: new Date(row.created_at),
    resolvedAt: moment(row.resolved_at),
    startedAt: moment(row.started_at),
    finishedAt: moment(row.finished_at),
    withdrawnAt: moment(row.withdrawn_at),
  };
}
