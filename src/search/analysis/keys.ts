import { looseKey } from '../../language/keys/index.ts';
import type { Language } from '../../language/locale.ts';
import { stem } from '../../language/stem/index.ts';
import type { AnalysisPolicy } from './policy.ts';

/** Kinds of key, told apart by their first character in the one index. */
export const marks = { stem: '=', first: '5', gram: '#', pair: '+' } as const;
export type KeyKind = keyof typeof marks;

/** Skeleton of a word's stem. Stems of both languages and all scripts meet in one space. */
export function stemKey(word: string, language: Language): string {
  return looseKey(stem(word, language));
}

/** First letters of a loose key, the whole of a shorter one. */
export function firstKey(key: string, policy: AnalysisPolicy): string {
  return marks.first + key.slice(0, policy.first_letters);
}

/** Letter n-grams of a loose key with its boundaries; the whole of a shorter one. */
export function gramKeys(key: string, policy: AnalysisPolicy): string[] {
  const padded = `_${key.slice(0, longestKey)}_`;
  const size = policy.gram_letters;
  if (padded.length <= size) return [marks.gram + padded];
  const grams: string[] = [];
  for (let start = 0; start + size <= padded.length; start += 1) {
    grams.push(marks.gram + padded.slice(start, start + size));
  }
  return grams;
}

/** Two neighbouring stems. */
export function pairKey(first: string, second: string): string {
  return `${marks.pair}${first} ${second}`;
}

/** Number or code as everybody may type it: `В10` on a Cyrillic keyboard is `B10`. `undefined` for a plain word. */
export function codeKey(word: string): string | undefined {
  if (!/\p{N}/u.test(word)) return undefined;
  return marks.stem + word.replace(/[авсекмнорстхуі]/gu, (letter) => latinTwin[letter] ?? letter);
}

const latinTwin: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  т: 't',
  х: 'x',
  у: 'y',
  і: 'i',
};

/** No word of either language is longer; what is, is a paste without spaces. */
const longestKey = 40;
