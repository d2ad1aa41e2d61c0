import { firstKey, gramKeys, marks } from './analysis/keys.ts';
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
  readonly gram: number;
  readonly synonym: number;
}

/** Typed keys of a word: stems, first letters and, where `grams`, letter 4-grams. */
export function termsOf(word: Word, boosts: TermBoosts, letters: AnalysisPolicy, grams: boolean): Term[] {
  return [
    ...word.stems.map((stem) => ({ term: marks.stem + stem, boost: boosts.stem })),
    ...(word.synonyms ?? []).map((stem) => ({ term: marks.stem + stem, boost: boosts.synonym })),
    { term: firstKey(word.loose, letters), boost: boosts.first },
    // A known word is found by its stem; its 4-grams would only pull half the index in.
    ...(grams ? gramKeys(word.loose, letters).map((term) => ({ term, boost: boosts.gram })) : []),
  ];
}
