import type { Candidate } from './lattice.ts';
import { endCost, type LetterModel, wordCost } from './letter-model.ts';

/** Costs of taking a word from a list, natural logarithm units, set on development pairs. */
const costs = {
  /** The caller's vocabulary, and each place further down its list. */
  vocabulary: 3,
  vocabularyRank: 0.5,
  /** A vocabulary word the letters alone would not give (missing hamza, another loan spelling). */
  vocabularyOnly: 5,
  /** Our own lists: they hold some thousands. */
  known: 9,
  /** A known word or stem with letters after it, beside what those letters cost. */
  knownBeginning: 11,
} as const;

/** Letters of the shortest stem that says something about a longer word. */
const shortestStem = 3;

/**
 * Ranks candidates. A word is made letter by letter or taken from a list, whichever is cheaper: what a list knows costs
 * no more than its place there. `listed` are the caller's words for this key, most frequent first; they are added where
 * the letters did not give them, and where there are any, our own lists are silent.
 */
export function ranking(
  model: LetterModel,
  words: ReadonlySet<string>,
): (candidates: readonly Candidate[], listed: readonly string[]) => Candidate[] {
  function knownCost(word: string): number {
    if (words.has(word)) return costs.known;
    let least = Number.POSITIVE_INFINITY;
    for (let length = word.length - 1; length >= shortestStem; length -= 1) {
      if (words.has(word.slice(0, length)))
        least = Math.min(least, costs.knownBeginning + endCost(model, word, length));
    }
    return least;
  }

  return (candidates, listed) => {
    const places = new Map(listed.map((word, at) => [word, costs.vocabulary + at * costs.vocabularyRank]));
    const result = candidates.map(({ text, cost }) => {
      const spelt = wordCost(model, text);
      const taken = places.size > 0 ? (places.get(text) ?? spelt) : knownCost(text);
      return { text, cost: cost - spelt + Math.min(spelt, taken) };
    });
    for (const [text, place] of places) {
      if (!candidates.some((candidate) => candidate.text === text))
        result.push({ text, cost: place + costs.vocabularyOnly });
    }
    return result.sort((a, b) => a.cost - b.cost);
  };
}
