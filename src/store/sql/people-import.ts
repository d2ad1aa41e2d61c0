import { sql } from 'kysely';
import type { PreferenceName } from '../ports/people.ts';
import type { ImportedPerson, PeopleImport } from '../ports/people-import.ts';
import { type Connection, storable } from './connection.ts';

const names = ['locale', 'script', 'region', 'country'] as const satisfies readonly PreferenceName[];

export function sqlPeopleImport({ db, clock, ids }: Connection): PeopleImport {
  return {
    async save(people) {
      // One statement must not meet the same person twice.
      const unique = new Map<string, ImportedPerson>(people.map((person) => [person.externalId, person]));
      if (unique.size === 0) return 0;
      const now = clock.now().getTime();
      const rows = [...unique.values()].map(({ externalId, locale, script, region, country }) => ({
        id: ids.id(),
        channel: 'telegram',
        external_id: storable(externalId),
        locale,
        script,
        region,
        country,
        chosen: '[]',
        created_at: now,
        last_seen_at: now,
      }));
      return await db.transaction().execute(async (transaction) => {
        const saved = await transaction
          .insertInto('people')
          .values(rows)
          .onConflict((conflict) =>
            conflict
              .columns(['channel', 'external_id'])
              .doUpdateSet(Object.fromEntries(names.map((name) => [name, kept(name)]))),
          )
          .returning(['id', 'external_id'])
          .execute();
        await transaction
          .deleteFrom('subscriptions')
          .where(
            'person_id',
            'in',
            saved.map(({ id }) => id),
          )
          .execute();
        const off = saved.flatMap(({ id, external_id: externalId }) =>
          (unique.get(externalId)?.topicsOff ?? []).map((topic) => ({ person_id: id, topic })),
        );
        for (let from = 0; from < off.length; from += topicRows)
          await transaction
            .insertInto('subscriptions')
            .values(off.slice(from, from + topicRows))
            .execute();
        return saved.length;
      });
    },
  };
}

/** Rows in one INSERT of topics; SQLite allows 32,766 parameters. */
const topicRows = 5000;

/** A person's own choice stays; an empty field changes nothing. */
const kept = (name: PreferenceName) =>
  sql`case when people.chosen like ${`%"${name}"%`} then people.${sql.ref(name)}
    else coalesce(excluded.${sql.ref(name)}, people.${sql.ref(name)}) end`;
