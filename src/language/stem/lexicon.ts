import { attach } from './attach.ts';
import { stemKey, withoutNarrowVowel } from './key.ts';
import { isKazakhWord, toSounds } from './letters.ts';
import { createShelf, followedBy, type Kind, kinds, type Origin, type Shelf } from './shelf.ts';

export interface Lexicon {
  readonly nominals: Shelf;
  readonly verbs: Shelf;
  /** Listed stems as written, in sounds, for statistics and tests. */
  readonly size: number;
}

/** Suffixes that make a new dictionary word: the one-letter codes of the stem files. */
const derivations: readonly { code: string; pattern: string; origin: Origin; verb: boolean }[] = [
  { code: 'l', pattern: 'LI', origin: 'having', verb: false },
  { code: 'z', pattern: 'сIз', origin: 'lacking', verb: false },
  { code: 'k', pattern: 'LIK', origin: 'quality', verb: false },
  { code: 's', pattern: 'шI', origin: 'doer', verb: false },
  { code: 'd', pattern: 'LA', origin: 'toDo', verb: true },
  { code: 'n', pattern: 'LAн', origin: 'toBecome', verb: true },
  { code: 'e', pattern: 'LAс', origin: 'toBecome', verb: true },
  { code: 't', pattern: 'LAт', origin: 'toBecome', verb: true },
  { code: 'y', pattern: 'LAндIр', origin: 'toBecome', verb: true },
];

/**
 * Reads stem files. A line `[noun]`, `[verb]`, `[adjective]`, `[name]` or `[other]` sets the kind of
 * what follows; `#` starts a comment; words stand apart by spaces; `білім/lz` also lists білімді and
 * білімсіз. Verbs are bare stems (`бар`, `оқы`). Throws on an unknown kind or code, naming the line.
 */
export function readStems(lines: Iterable<string>): { word: string; kind: Kind }[] {
  const found: { word: string; kind: Kind }[] = [];
  let kind: Kind = 'noun';
  for (const line of lines) {
    const text = line.replace(/#.*/u, '').trim();
    const heading = /^\[(\w+)\]$/u.exec(text)?.[1];
    if (heading !== undefined) {
      const known = kinds.find((one) => one === heading);
      if (known === undefined)
        throw new Error(`Stem list: unknown kind "${heading}"; use ${kinds.join(', ')}`);
      kind = known;
      continue;
    }
    for (const item of text.split(/\s+/u)) {
      const [word = '', codes = ''] = item.split('/');
      if (word === '') continue;
      found.push({ word, kind });
      for (const code of codes) {
        const derivation = derivations.find((one) => one.code === code);
        if (derivation === undefined) throw new Error(`Stem list: unknown code "${code}" in "${item}"`);
        const made = attach(toSounds(word), derivation.pattern);
        // Written like the accusative (мерзімді), it would draw the noun's own forms away from it.
        if (code === 'l' && made === attach(toSounds(word), 'YI')) continue;
        if (made !== undefined) found.push({ word: made, kind: derivation.verb ? 'verb' : 'adjective' });
      }
    }
  }
  return found;
}

/** Builds the look-up of stems with every shape they take before suffixes. */
export function createLexicon(lines: Iterable<string>): Lexicon {
  const nominals = createShelf();
  const verbs = createShelf();
  const stems = readStems(lines);
  const seen = new Set<string>();
  const add = (sounds: string, kind: Kind, origin: Origin): void => {
    seen.add(`${kind === 'verb' ? 'v' : 'n'}${sounds}`);
    const key = listedKey(sounds, kind);
    const shelf = kind === 'verb' ? verbs : nominals;
    for (const [shape, needs] of shapes(sounds, kind)) shelf.put(shape, { key, kind, origin, needs });
  };
  for (const { word, kind } of stems) {
    const sounds = toSounds(word);
    if (isKazakhWord(sounds)) add(sounds, kind, 'listed');
  }
  for (const { word, kind } of stems) {
    if (kind === 'verb' || kind === 'other') continue;
    const sounds = toSounds(word);
    if (!isKazakhWord(sounds)) continue;
    for (const { pattern, origin, verb } of derivations) {
      const made = attach(sounds, pattern);
      if (made !== undefined && !seen.has(`${verb ? 'v' : 'n'}${made}`))
        add(made, verb ? 'verb' : 'noun', origin);
    }
  }
  return { nominals, verbs, size: stems.length };
}

/** Key of a dictionary form; verbs keep a final ы/і that a noun of the same letters would not have. */
export function listedKey(sounds: string, kind: Kind): string {
  return stemKey(sounds, kind === 'verb');
}

function shapes(stem: string, kind: Kind): [string, number][] {
  const found: [string, number][] = [[stem, followedBy.anything]];
  const soft = { п: 'б', қ: 'ғ', к: 'г' }[stem.at(-1) ?? ''];
  if (soft !== undefined) found.push([stem.slice(0, -1) + soft, followedBy.vowel]);
  const short = withoutNarrowVowel(stem);
  // Nouns lose the vowel before ы/і alone (орны), verbs before any (қорқады).
  if (short !== stem) found.push([short, kind === 'verb' ? followedBy.vowel : followedBy.narrowVowel]);
  // Loans with a doubled last letter are written with one of it before suffixes: процесс, процесі.
  if (kind !== 'verb' && /(.)\1$/u.test(stem)) found.push([stem.slice(0, -1), followedBy.vowel]);
  if (kind === 'verb' && /[ыі]$/u.test(stem)) found.push([stem.slice(0, -1), followedBy.contraction]);
  // тап-ып is written тауып, теб-іп теуіп.
  if (kind === 'verb' && /п$/u.test(stem)) found.push([`${stem.slice(0, -1)}у`, followedBy.narrowVowel]);
  return found;
}
