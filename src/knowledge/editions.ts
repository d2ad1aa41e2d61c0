import type { Edition } from './schema/faq.ts';

/** Anything that has editions: an FAQ entry. */
export interface Dated {
  readonly editions: readonly Edition[];
}

/** How an edition stands towards a day. */
export type Standing = 'in_force' | 'past' | 'coming';

/** True when the edition is in force on the day; both its bounds belong to it. */
export function inForce(edition: Edition, date: string): boolean {
  return (edition.valid_from ?? '') <= date && date <= (edition.valid_to ?? '9999');
}

/**
 * The edition in force on a day (`2026-07-01`, Almaty: see `almatyDate`). Undefined when the entry has
 * none: it has expired or does not begin yet.
 */
export function currentEdition(entry: Dated, date: string): Edition | undefined {
  // Two editions in force at once are a fault of content; until it is mended the later start wins.
  return entry.editions.filter((edition) => inForce(edition, date)).sort(laterFirst)[0];
}

/** The edition for a day a person names ("I entered on 20 June"), and how it stands towards today. */
export function editionAt(
  entry: Dated,
  date: string,
  today: string,
): { edition: Edition; standing: Standing } | undefined {
  const edition = currentEdition(entry, date);
  return edition && { edition, standing: standingOf(edition, today) };
}

/** The next edition that begins after a day, to be announced: "from …". */
export function comingEdition(entry: Dated, date: string): Edition | undefined {
  return entry.editions
    .filter(({ valid_from }) => (valid_from ?? '') > date)
    .sort(laterFirst)
    .at(-1);
}

/** The last edition that has ended before a day. */
export function pastEdition(entry: Dated, date: string): Edition | undefined {
  return entry.editions
    .filter(({ valid_to }) => (valid_to ?? '9999') < date)
    .sort((a, b) => (b.valid_to ?? '').localeCompare(a.valid_to ?? ''))[0];
}

/** How an edition stands towards a day. */
export function standingOf(edition: Edition, date: string): Standing {
  if (inForce(edition, date)) return 'in_force';
  return (edition.valid_from ?? '') > date ? 'coming' : 'past';
}

function laterFirst(a: Edition, b: Edition): number {
  return (b.valid_from ?? '').localeCompare(a.valid_from ?? '');
}
