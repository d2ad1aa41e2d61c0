import { attach } from './attach.ts';
import { derivations, derivedEntries } from './derived.ts';
import { isKazakhWord, toSounds } from './letters.ts';
import { shapesOf } from './shapes.ts';
import { addOnce, type Entry, type Kind, kinds, listedKey, type Shelf } from './shelf.ts';

/** Stems by every shape they take before suffixes, those that are listed and those derived from listed ones. */
export interface Lexicon {
  readonly nominals: Shelf;
  readonly verbs: Shelf;
  /** Listed stems as written, in sounds, for statistics and tests. */
  readonly size: number;
}

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

/** Builds the look-up of stems. */
export function createLexicon(lines: Iterable<string>): Lexicon {
  const listed = { nominals: new Map<string, Entry[]>(), verbs: new Map<string, Entry[]>() };
  const words = { nominals: new Set<string>(), verbs: new Set<string>() };
  /** What new words are derived from. */
  const bases = new Set<string>();
  const stems = readStems(lines);
  for (const { word, kind } of stems) {
    const sounds = toSounds(word);
    if (!isKazakhWord(sounds)) continue;
    const class_ = kind === 'verb' ? 'verbs' : 'nominals';
    words[class_].add(sounds);
    if (kind !== 'verb' && kind !== 'other') bases.add(sounds);
    const key = listedKey(sounds, kind);
    for (const [shape, needs] of shapesOf(sounds, kind)) {
      const entries = listed[class_].get(shape) ?? [];
      listed[class_].set(shape, entries);
      addOnce(entries, { key, kind, origin: 'listed', needs });
    }
  }
  const shelf = (class_: 'nominals' | 'verbs'): Shelf => {
    const isListed = (word: string) => words[class_].has(word);
    return {
      get(shape) {
        const own = listed[class_].get(shape);
        const derived = derivedEntries(shape, class_ === 'verbs', bases, isListed);
        if (derived.length === 0) return own;
        const entries = [...(own ?? [])];
        for (const entry of derived) addOnce(entries, entry);
        return entries;
      },
    };
  };
  return { nominals: shelf('nominals'), verbs: shelf('verbs'), size: stems.length };
}
