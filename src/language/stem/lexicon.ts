import { attach } from './attach.ts';
import { stemKey, withoutNarrowVowel } from './key.ts';
import { isKazakhWord, toSounds } from './letters.ts';

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

export interface Lexicon {
  readonly nominals: ReadonlyMap<string, readonly Entry[]>;
  readonly verbs: ReadonlyMap<string, readonly Entry[]>;
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
  const nominals = new Map<string, Entry[]>();
  const verbs = new Map<string, Entry[]>();
  const stems = readStems(lines);
  const put = (shape: string, entry: Entry): void => {
    const map = entry.kind === 'verb' ? verbs : nominals;
    const entries = map.get(shape);
    if (entries === undefined) map.set(shape, [entry]);
    else if (!entries.some((one) => one.key === entry.key && one.needs === entry.needs)) entries.push(entry);
  };
  const seen = new Set<string>();
  const add = (sounds: string, kind: Kind, origin: Origin): void => {
    seen.add(`${kind === 'verb' ? 'v' : 'n'}${sounds}`);
    const key = listedKey(sounds, kind);
    for (const [shape, needs] of shapes(sounds, kind)) put(shape, { key, kind, origin, needs });
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
