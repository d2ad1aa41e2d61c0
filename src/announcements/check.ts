import { daysBetween, today } from '../knowledge/almaty-time.ts';
import { currentEdition } from '../knowledge/editions.ts';
import type { Locale } from '../language/locale.ts';
import type { Reply } from '../messages/reply.ts';
import type { Announcement } from './announcement.ts';
import { allVersions, type ComposeParts } from './compose.ts';
import type { AnnouncementPolicy } from './policy.ts';
import { isQuiet } from './quiet.ts';

/** What is wrong with an announcement, or worth knowing before it goes out. */
export type Blocker =
  /** The button leads nowhere. */
  | { readonly kind: 'unknown_entry' | 'unknown_guide'; readonly id: string }
  /** What the button opens has ended, or was not looked at for too long. */
  | { readonly kind: 'stale_entry'; readonly id: string }
  | { readonly kind: 'unknown_region' | 'unknown_country' | 'unknown_topic'; readonly id: string }
  /** A reader's text does not fit into one message. Characters as Telegram counts them. */
  | { readonly kind: 'too_long'; readonly locale: Locale; readonly length: number; readonly most: number }
  /** The Kazakh text goes to readers of Russian, or nothing does. */
  | { readonly kind: 'without_russian'; readonly rule: 'send_kk' | 'skip' }
  /** Readers in these zones wait until the morning. */
  | { readonly kind: 'quiet_hours'; readonly zones: readonly string[]; readonly effect: 'silent' | 'wait' }
  | { readonly kind: 'nobody' };

/** These only inform; all others stop an announcement. */
const informing: ReadonlySet<Blocker['kind']> = new Set(['without_russian', 'quiet_hours', 'stale_entry']);

/** Whether an announcement must not go out with this. */
export function stops(blocker: Blocker): boolean {
  return !informing.has(blocker.kind);
}

/** Telegram's limits, in UTF-16 units: a message, and the text under a photo or document. */
const maxText = 4096;
const maxCaption = 1024;

/**
 * Checks an announcement before it goes out.
 * @param startsAt when it is to go out
 * @param recipients how many people it would reach; leave out when not counted yet
 */
export function checkAnnouncement(
  announcement: Announcement,
  startsAt: Date,
  parts: ComposeParts & { readonly policy: AnnouncementPolicy },
  recipients?: number,
): readonly Blocker[] {
  const { knowledge } = parts.core();
  const { audience, button, media, text, without_ru: rule } = announcement;
  const unknown = (
    kind: 'unknown_region' | 'unknown_country' | 'unknown_topic',
    ids: readonly string[],
    known: ReadonlyMap<string, unknown>,
  ) => ids.filter((id) => !known.has(id)).map((id): Blocker => ({ kind, id }));
  const found: Blocker[] = [
    ...unknown('unknown_region', audience.regions, knowledge.regions),
    ...unknown('unknown_country', audience.countries, knowledge.countries),
    ...unknown('unknown_topic', audience.topics, knowledge.topics),
  ];
  if (button !== undefined) {
    if ('guide' in button) {
      if (!knowledge.guides.has(button.guide)) found.push({ kind: 'unknown_guide', id: button.guide });
    } else found.push(...entryFaults(button.entry, parts));
  }
  const most = media === undefined ? maxText : maxCaption;
  for (const [locale, version] of allVersions(announcement, '0'.repeat(16), parts)) {
    const length = lengthOf(version);
    if (length > most) found.push({ kind: 'too_long', locale, length, most });
  }
  if (text.ru === undefined && rule !== undefined) found.push({ kind: 'without_russian', rule });
  if (!announcement.urgent) {
    const { quiet, zones } = parts.policy;
    const { countries } = audience;
    // Most readers are at home; of the other zones only those matter that the audience names.
    const asleep = zones
      .filter((one, index) => index === 0 || one.countries.some((country) => countries.includes(country)))
      .map(({ zone }) => zone)
      .filter((zone) => isQuiet(quiet, zone, startsAt));
    if (asleep.length > 0) found.push({ kind: 'quiet_hours', zones: asleep, effect: quiet.effect });
  }
  if (recipients === 0) found.push({ kind: 'nobody' });
  return found;
}

function entryFaults(id: string, { core, clock }: ComposeParts): Blocker[] {
  const { entries, freshness } = core().knowledge;
  const entry = entries.get(id);
  if (entry === undefined) return [{ kind: 'unknown_entry', id }];
  const date = today(clock);
  const edition = currentEdition(entry, date);
  const stale =
    edition === undefined || daysBetween(entry.checked, date) > freshness.stale_after[edition.confidence];
  return stale ? [{ kind: 'stale_entry', id }] : [];
}

/** Length of a version as Telegram counts it, with room for a direction mark on each paragraph. */
function lengthOf({ blocks }: Reply): number {
  return blocks.reduce((sum, block) => {
    if (block.type !== 'paragraph') return sum;
    return sum + block.content.reduce((inner, { text }) => inner + text.length, 0) + 3;
  }, 0);
}
