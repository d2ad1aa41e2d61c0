import { firstKey, marks } from './analysis/keys.ts';
import type { AnalysisPolicy } from './analysis/policy.ts';
import type { Word } from './words.ts';

/** A typed key, as the index stores it and as a query asks for it. */
export interface Term {
  readonly term: string;
  readonly boost: number;
}

/** Weights of the kinds of keys. */
export interface TermBoosts {
  readonly stem: number;
  readonly first: number;
  readonly misspelt: number;
  readonly synonym: number;
}

/** Typed keys of a word: stems and first letters. */
export function termsOf(word: Word, boosts: TermBoosts, letters: AnalysisPolicy): Term[] {
  return [
    ...word.stems.map((stem) => ({ term: marks.stem + stem, boost: boosts.stem })),
    ...(word.synonyms ?? []).map((stem) => ({ term: marks.stem + stem, boost: boosts.synonym })),
    { term: firstKey(word.loose, letters), boost: boosts.first },
  ];
}
