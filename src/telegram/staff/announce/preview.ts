import { type Blocker, checkAnnouncement, stops } from '../../../announcements/check.ts';
import { allVersions, composeAnnouncement } from '../../../announcements/compose.ts';
import { autonym, type Locale, locales } from '../../../language/locale.ts';
import { heading, list, note, paragraph, reply } from '../../../messages/build.ts';
import type { Reply } from '../../../messages/reply.ts';
import { describeFailure, failureOf } from '../../failure.ts';
import type { StaffVisit } from '../feature.ts';
import type { FormTalk } from '../form.ts';
import type { AnnounceParts, Draft } from './parts.ts';
import { sendVersion, withInertButtons } from './version.ts';
import { blockerLine, speakerFor, summaryLines } from './words.ts';

/** What a preview found. */
export interface Previewed {
  readonly total: number;
  readonly typeCount: boolean;
  /** What Telegram's paid lane would cost. */
  readonly stars: number;
  /** Nothing stops it. */
  readonly ready: boolean;
}

/** Shows every version as its readers will see it, then what is known about sending it. */
export async function preview(
  talk: FormTalk,
  draft: Draft,
  startsAt: Date | null,
  parts: AnnounceParts,
  buttons: (found: Previewed, visit: StaffVisit) => Reply['buttons'],
): Promise<Previewed> {
  const { definition, id } = draft;
  const found = await talk.once(async () => {
    const { total, byLocale, typeCount, stars } = await parts.steering.reach(definition);
    const blockers = checkAnnouncement(definition, startsAt ?? parts.clock.now(), parts, total);
    return { total, typeCount, stars, byLocale: [...byLocale], blockers };
  });
  const refused = await talk.once((visit) => sendVersions(visit, draft, found.blockers, parts));
  const result: Previewed = {
    total: found.total,
    typeCount: found.typeCount,
    stars: found.stars,
    ready: refused === null && !found.blockers.some(stops),
  };
  await talk.say((visit) => {
    const { t, locale } = visit;
    const speaker = speakerFor(parts, locale);
    const counts = found.byLocale.map(([reader, count]) =>
      t('announce.reach_locale', { locale: autonym(reader as Locale), count }),
    );
    return reply(
      locale,
      [
        heading(t('announce.check')),
        paragraph(t('announce.reach', { count: found.total })),
        ...(counts.length === 0 ? [] : [list(counts)]),
        list(summaryLines(definition, speaker, parts)),
        ...(found.blockers.length === 0
          ? []
          : [list(found.blockers.map((blocker) => blockerLine(blocker, speaker)))]),
        ...(refused === null ? [] : [note('warning', t('announce.refused', { words: refused }))]),
        paragraph(t('announce.derived')),
        ...(id === '' ? [] : [paragraph(t('announce.number', { id }))]),
      ],
      buttons(result, visit),
    );
  });
  return result;
}

/** Sends the versions that fit, in the order of the locales; returns Telegram's words when it refuses one. */
async function sendVersions(
  visit: StaffVisit,
  { id, definition }: Draft,
  blockers: readonly Blocker[],
  parts: AnnounceParts,
): Promise<string | null> {
  const tooLong = new Set(blockers.flatMap((one) => (one.kind === 'too_long' ? [one.locale] : [])));
  const versions = allVersions(definition, id, parts);
  for (const locale of locales) {
    const version = versions.get(locale);
    if (version === undefined || tooLong.has(locale)) continue;
    try {
      await sendVersion(
        visit.ctx.api,
        visit.chat,
        withInertButtons(version),
        definition.media,
        visit.parts.texts,
      );
    } catch (error) {
      if (failureOf(error) !== 'refused') throw error;
      return describeFailure(error);
    }
  }
  return null;
}

/** Sends a draft to its author alone, in their own language, with buttons that work. */
export async function sendTest(visit: StaffVisit, draft: Draft, parts: AnnounceParts): Promise<void> {
  const { definition, id } = draft;
  const version =
    composeAnnouncement(definition, id, visit.locale, parts) ??
    composeAnnouncement(definition, id, 'kk', parts);
  if (version !== null)
    await sendVersion(visit.ctx.api, visit.chat, version, definition.media, visit.parts.texts);
}
