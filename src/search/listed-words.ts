import { looseKey } from '../language/keys/index.ts';
import type { Language } from '../language/locale.ts';

/** Loose keys of an editor's list of words in both languages. */
export function keysOfBoth({ kk, ru }: Readonly<Record<Language, readonly string[]>>): ReadonlySet<string> {
  return new Set([...kk, ...ru].map((word) => looseKey(word)));
}

/** Whether a loose key begins like a word of a list: lists name beginnings, so that endings need not be listed. */
export function beginsLike(words: readonly string[]): (key: string) => boolean {
  const prefixes = words.map((word) => looseKey(word));
  return (key) => prefixes.some((prefix) => key.startsWith(prefix));
}
