import type { Inverted } from './inverted.ts';
import type { Word } from './words.ts';

/** How much a word tells about which candidate is meant. */
export interface WordWeights {
  /** Inverse document frequency over candidates; `unknown` for a word no wording has. */
  of(word: Word): number;
}

/**
 * Weights of words by how few candidates use them. Counted per candidate, not per wording: a word repeated in
 * thirty wordings of one entry is still characteristic of it.
 *
 * @param stems of the wordings, by candidate
 * @param unknown share of the greatest weight that a word no wording has gets
 */
export function weighWords(stems: Inverted, candidates: number, unknown: number): WordWeights {
  const top = Math.log(1 + (candidates - 0.5) / 1.5);
  return { of: (word) => (word.emphasis ?? 1) * plain(word) };

  function plain(word: Word): number {
    let least = Number.POSITIVE_INFINITY;
    for (const stem of word.stems) {
      const { from, to } = stems.run(stem);
      if (to === from) continue;
      // Of a word's readings the most frequent one counts: a rare false stem must not make a stop word heavy.
      least = Math.min(least, Math.log(1 + (candidates - (to - from) + 0.5) / (to - from + 0.5)));
    }
    return least === Number.POSITIVE_INFINITY ? unknown * top : least;
  }
}
