import type { TermAnalysis } from './search.ts';
import type { Word, WordAnalysis } from './words.ts';

/** Typed keys from words: `=` stem, `5` first five letters of the skeleton, `#` its 4-grams. */
export function termsFromWords(
  words: WordAnalysis,
  boosts = { stem: 1, first: 0.6, gram: 0.2 },
): TermAnalysis {
  const keys = (word: Word): { term: string; boost: number }[] => [
    ...word.stems.map((stem) => ({ term: `=${stem}`, boost: boosts.stem })),
    { term: `5${word.loose.slice(0, 5)}`, boost: boosts.first },
    ...gramsOf(word.loose).map((gram) => ({ term: `#${gram}`, boost: boosts.gram })),
  ];
  return {
    indexTerms: (text, language) =>
      words.ofText(text, language).flatMap((word) => keys(word).map(({ term }) => term)),
    queryTerms: (text) => words.ofQuery(text).flatMap(keys),
  };
}

function gramsOf(loose: string): string[] {
  const padded = `_${loose}_`;
  return Array.from({ length: Math.max(0, padded.length - 3) }, (_, at) => padded.slice(at, at + 4));
}
