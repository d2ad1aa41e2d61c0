import { gramKeys } from './analysis/keys.ts';
import type { AnalysisPolicy } from './analysis/policy.ts';
import { createKeyIndex } from './key-index.ts';
import type { Word } from './words.ts';

/** A word of the index that is spelt like one it does not have, and how alike they are, 0..1. */
export interface Spelling {
  readonly word: Word;
  readonly likeness: number;
}

/**
 * Finds the indexed words that a word may have been meant to be, by the letter n-grams they share. The n-grams stand
 * here once a word; under every text that holds the word they were three quarters of the index.
 */
export function createSpelling(
  words: Iterable<Word>,
  letters: AnalysisPolicy,
  most: number,
): (word: Word) => readonly Spelling[] {
  const distinct = [...new Map([...words].map((word) => [word.loose, word])).values()];
  const index = createKeyIndex(distinct.map(({ loose }) => [gramKeys(loose, letters)]));
  return ({ loose }) => {
    const grams = [...new Set(gramKeys(loose, letters))];
    const found = index.match(grams.map((term) => ({ term, boost: 1 }))).slice(0, most);
    const best = found[0]?.score ?? 1;
    return found.flatMap(({ document, score }) => {
      const word = distinct[document];
      return word === undefined ? [] : [{ word, likeness: score / best }];
    });
  };
}
