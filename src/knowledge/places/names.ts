import { looseKey } from '../../language/keys/index.ts';
import type { Country, Region } from '../schema/place.ts';
import { type NameWord, nameWord } from './forms.ts';

/** What a name stands for. Higher levels win where the same words name several things. */
export interface Target {
  readonly kind: 'region' | 'country';
  /** ISO code. */
  readonly code: string;
  /** 2: the region or country itself, 1: a city or district in it. */
  readonly level: 1 | 2;
  /** Kazakh name of the city or district. */
  readonly place?: string;
}

/** A name as a row of words. */
export interface PlaceName {
  readonly words: readonly NameWord[];
  readonly target: Target;
  /** Counts only with a sign that a place is meant. */
  readonly weak: boolean;
}

/** The kind of unit, whatever its language, form and shortening. Stands for itself in names and texts. */
const units: readonly (readonly [RegExp, string])[] = [
  [/^(?:obl|obl[iaos]?s\p{L}*|oblasti?\p{L}*|oblis\p{L}*)$/u, '#oblast'],
  [/^(?:audan\p{L}*|raion\p{L}*|rn)$/u, '#district'],
  [/^(?:kala|kalasi\p{L}*|kalada\p{L}*|gorod\p{L}*)$/u, '#city'],
];

/** Key of a text's word: its unit, or its loose key. */
export function wordKey(word: string): string {
  const key = looseKey(word);
  return units.find(([pattern]) => pattern.test(key))?.[1] ?? key;
}

/** True for a word that names a kind of unit. */
export function isUnit(key: string): boolean {
  return key.startsWith('#');
}

/** All names of regions, their places and countries. */
export function namesOf(
  regions: Iterable<Region>,
  countries: Iterable<Country>,
  ordinary: Iterable<string>,
): PlaceName[] {
  const weakKeys = new Set([...ordinary].map((word) => looseKey(word)));
  const names: PlaceName[] = [];
  // A name comes alone and with its unit before and after it.
  const known = new Map<string, NameWord>();
  const wordOnce = (word: string): NameWord => {
    const made = known.get(word) ?? unitOrWord(word);
    known.set(word, made);
    return made;
  };
  const add = (name: string, target: Target, weak = false) => {
    const parts = splitWords(name);
    const single = parts.length === 1 ? looseKey(parts[0] ?? '') : '';
    names.push({ words: parts.map(wordOnce), target, weak: weak || weakKeys.has(single) });
    // «Нур-Султан» is typed as one word too.
    if (name.includes('-') && !name.includes(' ')) names.push({ words: [wordOnce(name)], target, weak });
  };
  for (const region of regions) {
    const target: Target = { kind: 'region', code: region.code, level: 2 };
    for (const name of [region.name.kk, region.name.ru, ...region.aliases]) {
      add(name, target);
      const unit = region.type === 'oblast' ? 'облысы' : 'қаласы';
      if (!splitWords(name).some((word) => isUnit(wordKey(word)))) {
        add(`${name} ${unit}`, target);
        add(`${unit} ${name}`, target);
      }
    }
    for (const place of region.places) {
      const inside: Target = { ...target, level: 1, place: place.kk };
      const unit = place.type === 'city' ? 'қаласы' : 'ауданы';
      for (const name of [place.kk, place.ru, ...place.aliases]) {
        const bare = splitWords(name).filter((word) => !isUnit(wordKey(word)));
        const full = bare.length < splitWords(name).length;
        add(name, inside);
        if (full) add(bare.join(' '), inside, true);
        else {
          add(`${name} ${unit}`, inside);
          add(`${unit} ${name}`, inside);
        }
      }
    }
  }
  for (const country of countries) {
    const target: Target = { kind: 'country', code: country.code, level: 2 };
    for (const name of [country.name.kk, country.name.ru, ...country.aliases]) add(name, target);
    for (const city of country.cities) add(city, { ...target, level: 1, place: city });
  }
  return names.filter(({ words }) => words.length > 0 && words.some(({ exact }) => !isUnit(exact)));
}

/** Words of a name or text, split at hyphens too. */
export function splitWords(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}']+/gu) ?? [];
}

function unitOrWord(word: string): NameWord {
  const unit = wordKey(word);
  if (isUnit(unit)) return { exact: unit, start: unit, isForm: (key) => key === unit, isLocal: () => false };
  return nameWord(word);
}
