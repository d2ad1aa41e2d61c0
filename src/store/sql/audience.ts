import { type RawBuilder, sql } from 'kysely';
import type { Audience } from '../../announcements/announcement.ts';
import { languageOf, locales, scriptOf } from '../../language/locale.ts';
import { daysBefore } from '../../operations/clock.ts';

/** Whoever chose no locale reads Kazakh. */
export const readerLocale = sql<string>`coalesce(p.locale, 'kk')`;

/**
 * The condition an audience puts on `people p`, from now. People who blocked the bot, stopped or muted announcements,
 * or switched all the topics off are out; so are web visitors, who see announcements on the page.
 * @param skipRussian nothing is written for readers of Russian
 */
export function inAudience(audience: Audience, skipRussian: boolean, now: Date): RawBuilder<boolean> {
  const conditions: RawBuilder<unknown>[] = [
    sql`p.channel = 'telegram'`,
    sql`p.blocked_at is null`,
    sql`not exists (select 1 from announcement_stops s
      where s.person_id = p.id and (s.until is null or s.until > ${now.getTime()}))`,
  ];
  const { languages, scripts, regions, countries, topics, active_within_days: days } = audience;
  const read = locales.filter(
    (locale) =>
      (languages.length === 0 || languages.includes(languageOf(locale))) &&
      (scripts.length === 0 || scripts.includes(scriptOf(locale))) &&
      !(skipRussian && locale === 'ru'),
  );
  if (read.length < locales.length) conditions.push(among(readerLocale, read));
  if (regions.length > 0) conditions.push(among(sql`p.region`, regions));
  if (countries.length > 0) conditions.push(among(sql`p.country`, countries));
  if (days !== undefined) conditions.push(sql`p.last_seen_at >= ${daysBefore(now, days).getTime()}`);
  const wanted = [...new Set(topics)];
  if (wanted.length > 0)
    conditions.push(sql`(select count(*) from subscriptions o
      where o.person_id = p.id and ${among(sql`o.topic`, wanted)}) < ${wanted.length}`);
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

function among(column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<unknown> {
  return values.length === 0 ? sql`1 = 0` : sql`${column} in (${sql.join(values)})`;
}
