import { type RawBuilder, sql } from 'kysely';
import { almatyZone } from '../../operations/clock.ts';
import type { StoredAnnouncement } from '../ports/announcements.ts';
import type { ZoneRule } from '../ports/ledger.ts';
import { addCounts } from './announcement-counts.ts';
import { inAudience, readerLocale } from './audience.ts';
import type { Connection } from './connection.ts';

/**
 * Adds the next people to the ledger by one INSERT … SELECT: they never pass through this process, so memory does not
 * grow with the audience. People are taken in the order of their ids; the last id in the ledger says where to go on.
 */
export async function resolveAudience(
  { db, dialect, clock }: Connection,
  announcement: StoredAnnouncement,
  zones: readonly ZoneRule[],
  limit: number,
): Promise<number> {
  const { id, kind, origin } = announcement;
  return await db.transaction().execute(async (transaction) => {
    const last = await transaction
      .selectFrom('recipients')
      .select((select) => select.fn.max<string | null>('person_id').as('id'))
      .where('announcement_id', '=', id)
      .executeTakeFirst();
    const after = last?.id ?? '';
    const rows =
      kind === 'message'
        ? fromPeople(announcement, zones, after, limit, clock.now())
        : fromLedger(origin ?? '', after, limit);
    const due = sql`cast(${announcement.startsAt.getTime()} as bigint)`;
    // An audience of two weeks' growth must not be cut by the limit for people's queries.
    if (dialect === 'postgres') await sql`set local statement_timeout = '60s'`.execute(transaction);
    const { numAffectedRows } = await sql`
      insert into recipients
        (announcement_id, person_id, locale, region, zone, state, message_id, due_at)
      select cast(${id} as text), person_id, locale, region, zone, 'waiting', message_id, ${due}
      from (${rows}) as chosen where true
      on conflict (announcement_id, person_id) do nothing`.execute(transaction);
    const added = Number(numAffectedRows ?? 0n);
    await addCounts(transaction, id, new Map([['total', added]]));
    if (added < limit)
      await transaction
        .updateTable('announcements')
        .set({ resolved_at: clock.now().getTime() })
        .where('id', '=', id)
        .execute();
    return added;
  });
}

function fromPeople(
  { definition }: StoredAnnouncement,
  zones: readonly ZoneRule[],
  after: string,
  limit: number,
  now: Date,
): RawBuilder<unknown> {
  const skipRussian = definition.text.ru === undefined && definition.without_ru === 'skip';
  return sql`select p.id as person_id, ${readerLocale} as locale, p.region as region, ${zoneOf(zones)} as zone,
      cast(null as text) as message_id
    from people p left join time_zones t on t.person_id = p.id
    where p.id > ${after} and ${inAudience(definition.audience, skipRussian, now)}
    order by p.id limit ${limit}`;
}

/** A correction or withdrawal goes to whoever got the message. */
function fromLedger(origin: string, after: string, limit: number): RawBuilder<unknown> {
  return sql`select r.person_id as person_id, r.locale as locale, r.region as region, r.zone as zone,
      r.message_id as message_id
    from recipients r
    where r.announcement_id = ${origin} and r.state = 'delivered' and r.message_id is not null
      and r.person_id > ${after}
    order by r.person_id limit ${limit}`;
}

/**
 * The zone a person named for their reminders counts first. Else a person with a region lives in Kazakhstan; one with
 * only a country, there. The first zone is the default.
 */
function zoneOf(zones: readonly ZoneRule[]): RawBuilder<string> {
  const [home, ...others] = zones;
  const cases = others
    .filter(({ countries }) => countries.length > 0)
    .map(({ zone, countries }) => sql`when p.country in (${sql.join(countries)}) then ${zone}`);
  const fallback = home?.zone ?? almatyZone;
  const known = zones.map(({ zone }) => zone);
  return sql<string>`case ${known.length === 0 ? sql`` : sql`when t.zone in (${sql.join(known)}) then t.zone`}
    when p.region is not null then ${fallback} ${sql.join(cases, sql` `)} else ${fallback} end`;
}
