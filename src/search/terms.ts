import type { Word } from './words.ts';

/** Typed keys of a word, as the index stores them and as a query asks for them. */
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

/** Typed keys: `=` stem, `5` first five letters of the skeleton, `#` its 4-grams with the word's bounds. */
export function termsOf(word: Word, boosts: TermBoosts, grams = true): Term[] {
  return [
    ...word.stems.map((stem) => ({ term: `=${stem}`, boost: boosts.stem })),
    ...(word.synonyms ?? []).map((stem) => ({ term: `=${stem}`, boost: boosts.synonym })),
    { term: `5${word.loose.slice(0, 5)}`, boost: boosts.first },
    // A known word is found by its stem; its 4-grams would only pull half the index in.
    ...(grams ? gramsOf(word.loose).map((gram) => ({ term: `#${gram}`, boost: boosts.gram })) : []),
  ];
}

function gramsOf(loose: string): string[] {
  const padded = `_${loose}_`;
  return Array.from({ length: Math.max(0, padded.length - 3) }, (_, at) => padded.slice(at, at + 4));
}
