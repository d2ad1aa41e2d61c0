import type { Word } from './words.ts';

/** Keys of words, made once a word: an indexed word is one object, and stands in thousands of texts. */
export function keysOnce(keysOf: (word: Word) => readonly string[]): (word: Word) => readonly string[] {
  const known = new Map<Word, readonly string[]>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const keys = keysOf(word);
    known.set(word, keys);
    return keys;
  };
}
