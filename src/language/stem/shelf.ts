import { stemKey } from './key.ts';

/** What a listed stem can be; each kind has its own bonus in the cost file. */
export const kinds = ['noun', 'adjective', 'name', 'other', 'verb'] as const;
export type Kind = (typeof kinds)[number];

/** How sure the list is of an entry: written down, or derived from a listed noun by rule. */
export const origins = ['listed', 'having', 'lacking', 'quality', 'doer', 'toDo', 'toBecome'] as const;
export type Origin = (typeof origins)[number];

/** What must follow for this shape of the stem to be right. */
export const followedBy = { anything: 0, vowel: 1, narrowVowel: 2, contraction: 3 } as const;

export interface Entry {
  readonly key: string;
  readonly kind: Kind;
  readonly origin: Origin;
  /** One of `followedBy`: an altered shape (кітаб-, орн-, шығ-, оқ-у) does not stand alone. */
  readonly needs: number;
}

/** Entries by the shape a stem takes before suffixes. */
export interface Shelf {
  /** Listed ones first; `undefined` for a shape that is no stem. */
  get(shape: string): readonly Entry[] | undefined;
}

/** Key of a dictionary form; verbs keep a final ы/і that a noun of the same letters would not have. */
export function listedKey(sounds: string, kind: Kind): string {
  return stemKey(sounds, kind === 'verb');
}

/** Adds an entry unless there is one of the same key and need. */
export function addOnce(entries: Entry[], entry: Entry): void {
  if (!entries.some(({ key, needs }) => key === entry.key && needs === entry.needs)) entries.push(entry);
}
