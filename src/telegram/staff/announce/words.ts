import type { Announcement, Audience } from '../../../announcements/announcement.ts';
import { type Blocker, stops } from '../../../announcements/check.ts';
import { targetOf } from '../../../announcements/compose.ts';
import { autonym, type Locale } from '../../../language/locale.ts';
import { createSpeaker, type Speaker } from '../../../messages/speaker.ts';
import { almatyDate, almatyTime } from '../../../operations/clock.ts';
import type { AnnounceParts } from './parts.ts';

/** Speaks to one member of staff. */
export function speakerFor(parts: Pick<AnnounceParts, 'core' | 'clock'>, locale: Locale): Speaker {
  return createSpeaker(parts.core().speaking, locale, almatyDate(parts.clock.now()));
}

/** A moment in Almaty: date and time of day. */
export function momentWords(moment: Date, speaker: Speaker): string {
  return speaker.t('announce.moment', {
    date: speaker.date(almatyDate(moment)),
    time: almatyTime(moment),
  });
}

/** Who an announcement is for, as a line for each condition; one line when it is for everyone. */
export function audienceLines(
  audience: Audience,
  speaker: Speaker,
  parts: Pick<AnnounceParts, 'core'>,
): readonly string[] {
  const { regions, countries, topics } = parts.core().knowledge;
  const { t, say, join } = speaker;
  const named = (ids: readonly string[], name: (id: string) => string): string =>
    join(ids.map((id) => name(id)));
  const lines: string[] = [];
  if (audience.languages.length > 0)
    lines.push(
      t('announce.for.languages', { list: named(audience.languages, (id) => t(`announce.language.${id}`)) }),
    );
  if (audience.scripts.length > 0)
    lines.push(
      t('announce.for.scripts', { list: named(audience.scripts, (id) => t(`announce.script.${id}`)) }),
    );
  if (audience.regions.length > 0)
    lines.push(
      t('announce.for.regions', { list: named(audience.regions, (id) => nameOf(regions.get(id), id, say)) }),
    );
  if (audience.countries.length > 0)
    lines.push(
      t('announce.for.countries', {
        list: named(audience.countries, (id) => nameOf(countries.get(id), id, say)),
      }),
    );
  if (audience.topics.length > 0) {
    const title = (id: string): string => {
      const topic = topics.get(id);
      return topic === undefined ? id : say(topic.title);
    };
    lines.push(t('announce.for.topics', { list: named(audience.topics, title) }));
  }
  if (audience.active_within_days !== undefined)
    lines.push(t('announce.for.active', { count: audience.active_within_days }));
  return lines.length === 0 ? [t('announce.for.everyone')] : lines;
}

function nameOf(
  place: { readonly name: { readonly kk: string; readonly ru: string } } | undefined,
  id: string,
  say: Speaker['say'],
): string {
  return place === undefined ? id : say(place.name);
}

/** Everything about a draft but its texts, line by line. */
export function summaryLines(
  definition: Announcement,
  speaker: Speaker,
  parts: Pick<AnnounceParts, 'core'>,
): readonly string[] {
  const { t, say } = speaker;
  const target = targetOf(definition, parts.core().knowledge);
  const { media, urgent, repeat, audience, text, without_ru: without } = definition;
  return [
    ...(text.ru === undefined ? [t(`announce.without.${without ?? 'skip'}`)] : []),
    t(`announce.file.${media?.kind ?? 'none'}`),
    target === null ? t('announce.button_none') : t('announce.button_is', { title: say(target) }),
    ...audienceLines(audience, speaker, parts),
    t(urgent ? 'announce.urgent_on' : 'announce.urgent_off'),
    t(`announce.repeat.${repeat ?? 'once'}`),
  ];
}

/** A blocker as a line; what stops the announcement is marked. */
export function blockerLine(blocker: Blocker, speaker: Speaker): string {
  const { t } = speaker;
  const sign = stops(blocker) ? '⛔' : 'ℹ️';
  switch (blocker.kind) {
    case 'too_long':
      return `${sign} ${t('announce.blocker.too_long', { locale: autonym(blocker.locale), length: blocker.length, most: blocker.most })}`;
    case 'without_russian':
      return `${sign} ${t(`announce.without.${blocker.rule}`)}`;
    case 'quiet_hours':
      return `${sign} ${t(`announce.blocker.quiet_hours_${blocker.effect}`, { count: blocker.zones.length })}`;
    case 'nobody':
      return `${sign} ${t('announce.blocker.nobody')}`;
    default:
      return `${sign} ${t(`announce.blocker.${blocker.kind}`, { id: blocker.id })}`;
  }
}

/** The beginning of a text, on one line. */
export function beginning(text: string, most = 60): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= most
    ? line
    : `${line
        .slice(0, most - 1)
        .toWellFormed()
        .trimEnd()}…`;
}
