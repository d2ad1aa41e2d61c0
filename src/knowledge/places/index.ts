import { normalise } from '../../language/normalise/index.ts';
import type { Country, Region } from '../schema/place.ts';
import { isUnit, namesOf, type PlaceName, splitWords, type Target, wordKey } from './names.ts';

/** A region named in a text. */
export interface RegionMatch {
  /** ISO 3166-2. */
  readonly code: string;
  /** The words that name it. */
  readonly text: string;
  /** Kazakh name of the city or district, when one was named. */
  readonly place?: string;
}

/** A country named in a text, itself or by one of its cities. */
export interface CountryMatch {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly text: string;
}

/** Places of a text in the order of the text; each region and country once. */
export interface Places {
  readonly regions: readonly RegionMatch[];
  /** A name that several regions have and nothing in the text decides: ask which. */
  readonly ambiguous?: { readonly text: string; readonly regions: readonly string[] };
  readonly countries: readonly CountryMatch[];
}

/** Finds places in what people write, in any script and case. */
export type PlaceFinder = (text: string) => Places;

interface Hit {
  readonly targets: readonly Target[];
  readonly text: string;
  /** Only a capital letter speaks for it: «Алтай» is also in China and Russia. */
  readonly guessed: boolean;
}

/** How well a name fits, best first: by itself; an everyday word with an ending or unit; one with a capital letter. */
const fitness = ['plain', 'shown', 'guessed'] as const;
type Fit = (typeof fitness)[number];

/** What the finder is made of; `Knowledge` fits. */
export interface PlaceContent {
  readonly regions: ReadonlyMap<string, Region>;
  readonly countries: ReadonlyMap<string, Country>;
  readonly ordinaryPlaces: readonly string[];
}

/**
 * Builds the finder. The longest name wins («Алматы облысы» before «Алматы»); a region's own name wins over
 * places called the same in other regions («Жамбыл» is the region, «Жамбыл ауданы» is asked about).
 */
export function createPlaceFinder({ regions, countries, ordinaryPlaces }: PlaceContent): PlaceFinder {
  const names = namesOf(regions.values(), countries.values(), ordinaryPlaces);
  const byStart = Map.groupBy(names, ({ words: [first] }) => first?.start ?? '');
  return (text) => resolve(hitsIn(text, byStart));
}

/** Names that may begin with a word: their first word's forms all start as it does. */
function beginning(key: string, byStart: ReadonlyMap<string, readonly PlaceName[]>): PlaceName[] {
  const found: PlaceName[] = [];
  for (let length = 1; length <= key.length; length += 1) {
    for (const name of byStart.get(key.slice(0, length)) ?? []) found.push(name);
  }
  return found;
}

function hitsIn(text: string, byStart: ReadonlyMap<string, readonly PlaceName[]>): Hit[] {
  const words = splitWords(normalise(text));
  const keys = words.map(wordKey);
  const hits: Hit[] = [];
  for (let at = 0; at < words.length; ) {
    const fitting = beginning(keys[at] ?? '', byStart).flatMap((name) => {
      const fit = fitOf(name, at, words, keys);
      return fit === undefined ? [] : [{ name, fit }];
    });
    const longest = Math.max(0, ...fitting.map(({ name }) => name.words.length));
    if (longest === 0) {
      at += 1;
      continue;
    }
    const best = fitting.filter(({ name }) => name.words.length === longest);
    const fit = fitness.find((level) => best.some((one) => one.fit === level));
    const fits = best.filter((one) => one.fit === fit).map(({ name }) => name);
    // «Самара» is the Russian city; that it could be a form of «Самар» does not count beside it.
    const exact = fits.filter((name) => name.words.every((word, index) => keys[at + index] === word.exact));
    hits.push({
      targets: (exact.length > 0 ? exact : fits).map(({ target }) => target),
      text: words.slice(at, at + longest).join(' '),
      guessed: fit === 'guessed',
    });
    at += longest;
  }
  return hits;
}

function fitOf(
  name: PlaceName,
  at: number,
  words: readonly string[],
  keys: readonly string[],
): Fit | undefined {
  if (!name.words.every((word, index) => word.isForm(keys[at + index] ?? ''))) return undefined;
  if (!name.weak) return 'plain';
  // An everyday word: it must look like a place.
  const last = at + name.words.length - 1;
  if (isUnit(keys[last + 1] ?? '') || isUnit(keys[at - 1] ?? '')) return 'shown';
  const end = name.words.at(-1);
  // Three letters and an ending are too often another word: «Шар» and «шартта», on the condition.
  const short = end !== undefined && end.exact.length <= 3;
  if (!short && end?.isLocal(keys[last] ?? '') === true) return 'shown';
  if (short && keys[last] !== end.exact) return undefined;
  const shouting = words.every((word) => word === word.toUpperCase());
  return at > 0 && !shouting && /^\p{Lu}/u.test(words[at] ?? '') ? 'guessed' : undefined;
}

function resolve(found: readonly Hit[]): Places {
  const abroad = found.some(({ targets, guessed }) => !guessed && top(targets)[0]?.kind === 'country');
  const hits = abroad ? found.filter(({ guessed }) => !guessed) : found;
  const regions = new Map<string, RegionMatch>();
  const countries = new Map<string, CountryMatch>();
  const open: Hit[] = [];
  for (const hit of hits) {
    const targets = top(hit.targets);
    const codes = new Set(targets.map(({ code }) => code));
    const [target] = targets;
    if (target === undefined) continue;
    if (target.kind === 'country') {
      if (!countries.has(target.code)) countries.set(target.code, { code: target.code, text: hit.text });
    } else if (codes.size > 1) open.push({ ...hit, targets });
    else if (!regions.has(target.code))
      regions.set(target.code, {
        code: target.code,
        text: hit.text,
        ...(target.place === undefined ? {} : { place: target.place }),
      });
  }
  // «Қарағанды облысы, Абай ауданы»: the region named beside it decides.
  const undecided = open.find(({ targets }) => !targets.some(({ code }) => regions.has(code)));
  return {
    regions: [...regions.values()],
    countries: [...countries.values()],
    ...(undecided === undefined
      ? {}
      : {
          ambiguous: {
            text: undecided.text,
            regions: [...new Set(undecided.targets.map(({ code }) => code))],
          },
        }),
  };
}

/** Targets of the highest level; a region of Kazakhstan before a country's city of the same name. */
function top(targets: readonly Target[]): Target[] {
  const level = Math.max(...targets.map((target) => target.level));
  const highest = targets.filter((target) => target.level === level);
  const home = highest.filter(({ kind }) => kind === 'region');
  return home.length > 0 ? home : highest;
}
