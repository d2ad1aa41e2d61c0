import { anything, consonants, contact, harmony } from './letters.ts';

/** A suffix as written, with the stems it may follow. */
export interface Surface {
  readonly text: string;
  /** Bits of `contact` allowed before it. */
  readonly after: number;
  /** `harmony.back`, `harmony.front`, or `both` where the suffix does not show it. */
  readonly harmony: number;
  /** Further demand on the stem: `contraction` = it lost ы/і, `person` = it ends in м or ң. */
  readonly demand: 'none' | 'contraction' | 'person';
}

const { vowel, glide, r, l, nasal, buzz, voiceless } = contact;
const voiced = anything & ~voiceless;

/** Variants of a suffix's first consonant with the letters each may follow. */
const initials: Readonly<Record<string, readonly (readonly [string, string, number])[]>> = {
  L: [
    ['л', 'л', vowel | glide | r],
    ['д', 'д', l | nasal | buzz],
    ['т', 'т', voiceless],
  ],
  D: [
    ['д', 'д', voiced],
    ['т', 'т', voiceless],
  ],
  N: [
    ['н', 'н', vowel | nasal],
    ['д', 'д', glide | r | l | buzz],
    ['т', 'т', voiceless],
  ],
  Y: [
    ['н', 'н', vowel],
    ['д', 'д', glide | r | l | nasal | buzz],
    ['т', 'т', voiceless],
  ],
  X: [
    ['н', 'н', nasal],
    ['д', 'д', vowel | glide | r | l | buzz],
    ['т', 'т', voiceless],
  ],
  M: [
    ['м', 'м', vowel | glide | r | l],
    ['б', 'б', nasal | buzz],
    ['п', 'п', voiceless],
  ],
  B: [
    ['м', 'м', vowel | glide | r | l | nasal],
    ['б', 'б', buzz],
    ['п', 'п', voiceless],
  ],
  G: [
    ['ғ', 'г', voiced],
    ['қ', 'к', voiceless],
  ],
};

const inner: Readonly<Record<string, readonly [string, string]>> = {
  A: ['а', 'е'],
  I: ['ы', 'і'],
  K: ['қ', 'к'],
  G: ['ғ', 'г'],
  D: ['д', 'д'],
  B: ['м', 'м'],
  M: ['м', 'м'],
};

const restrictions: Readonly<Record<string, readonly [number, Surface['demand']]>> = {
  'V:': [vowel, 'none'],
  'C:': [consonants, 'none'],
  'И:': [consonants, 'contraction'],
  'М:': [nasal, 'person'],
};

const expanded = new Map<string, readonly Surface[]>();

/** All written forms of a pattern in archiphonemes (see `suffixes.ts`). */
export function expand(pattern: string): readonly Surface[] {
  let surfaces = expanded.get(pattern);
  if (surfaces === undefined) {
    // The stem list asks for the same few patterns tens of thousands of times while loading.
    surfaces = expandAnew(pattern);
    expanded.set(pattern, surfaces);
  }
  return surfaces;
}

function expandAnew(pattern: string): Surface[] {
  const [mask, demand] = restrictions[pattern.slice(0, 2)] ?? [anything, 'none' as const];
  const body = pattern.includes(':') ? pattern.slice(2) : pattern;
  const first = body[0] ?? '';
  const rest = [...body.slice(1)];
  const variants = initials[first] ?? [[...(inner[first] ?? [first, first]), anything] as const];
  const surfaces = new Map<string, Surface>();
  for (const [back, front, after] of variants) {
    for (const side of [0, 1] as const) {
      const text =
        (side === 0 ? back : front) + rest.map((letter) => inner[letter]?.[side] ?? letter).join('');
      const bit = side === 0 ? harmony.back : harmony.front;
      const known = surfaces.get(text);
      const allowed = after & mask;
      if (allowed === 0) continue;
      surfaces.set(text, { text, after: allowed, harmony: (known?.harmony ?? 0) | bit, demand });
    }
  }
  return [...surfaces.values()];
}
