import type { Selectable } from 'kysely';
import type { Locale, Script } from '../../language/locale.ts';
import type { PeopleTable } from '../database/tables.ts';
import type { Channel, People, Person, PreferenceName, Preferences } from '../ports/people.ts';
import { type Connection, moment, storable } from './connection.ts';

/** A visit is written down this often at most: otherwise every message would cost a write. */
const visitStep = 10 * 60_000;

export function sqlPeople({ db, dialect, clock, ids }: Connection): People {
  const find = (channel: Channel, externalId: string) =>
    db
      .selectFrom('people')
      .selectAll()
      .where('channel', '=', channel)
      .where('external_id', '=', externalId)
      .executeTakeFirst();

  return {
    async arrive(channel, externalId) {
      const now = clock.now().getTime();
      const known = await find(channel, externalId);
      if (known && known.blocked_at === null && now - known.last_seen_at < visitStep) return person(known);
      // Two first messages at once meet at the unique key; both get the same person.
      const row = await db
        .insertInto('people')
        .values({
          id: ids.id(),
          channel,
          external_id: externalId,
          chosen: '[]',
          created_at: now,
          last_seen_at: now,
        })
        .onConflict((conflict) =>
          conflict.columns(['channel', 'external_id']).doUpdateSet({ last_seen_at: now, blocked_at: null }),
        )
        .returningAll()
        .executeTakeFirstOrThrow();
      return person(row);
    },

    async find(channel, externalId) {
      const row = await find(channel, externalId);
      return row ? person(row) : null;
    },

    async byId(id) {
      const row = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? person(row) : null;
    },

    async prefer(id, changes, by) {
      return await db.transaction().execute(async (transaction) => {
        const row = await transaction
          .selectFrom('people')
          .selectAll()
          .where('id', '=', id)
          .$if(dialect === 'postgres', (query) => query.forUpdate())
          .executeTakeFirst();
        if (!row) return null;
        const chosen = new Set(JSON.parse(row.chosen) as PreferenceName[]);
        const update: Partial<Record<PreferenceName, string | null>> = {};
        for (const [name, value] of Object.entries(changes) as [
          PreferenceName,
          string | null | undefined,
        ][]) {
          if (value === undefined || (by === 'notice' && chosen.has(name))) continue;
          update[name] = value === null ? null : storable(value);
          if (value === null) chosen.delete(name);
          else if (by === 'choice') chosen.add(name);
        }
        const saved = await transaction
          .updateTable('people')
          .set({ ...update, chosen: JSON.stringify([...chosen].sort()) })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirstOrThrow();
        return person(saved);
      });
    },

    async block(id) {
      await db
        .updateTable('people')
        .set({ blocked_at: clock.now().getTime() })
        .where('id', '=', id)
        .execute();
    },

    async notSeenSince(before, limit) {
      const rows = await db
        .selectFrom('people')
        .select('id')
        .where('last_seen_at', '<', before.getTime())
        .orderBy('last_seen_at')
        .limit(limit)
        .execute();
      return rows.map((row) => row.id);
    },

    async list(after, limit) {
      const rows = await db
        .selectFrom('people')
        .selectAll()
        .where('id', '>', after ?? '')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(person);
    },

    async count() {
      const row = await db
        .selectFrom('people')
        .select((select) => select.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return row.count;
    },
  };
}

function person(row: Selectable<PeopleTable>): Person {
  const preferences: Preferences = {
    locale: row.locale as Locale | null,
    script: row.script as Script | null,
    region: row.region,
    country: row.country,
  };
  return {
    ...preferences,
    id: row.id,
    channel: row.channel as Channel,
    externalId: row.external_id,
    chosen: JSON.parse(row.chosen) as PreferenceName[],
    createdAt: new Date(row.created_at),
    lastSeenAt: new Date(row.last_seen_at),
    blockedAt: moment(row.blocked_at),
  };
}
