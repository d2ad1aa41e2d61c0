import { eachHolder, invert } from './inverted.ts';
import type { WordWeights } from './weights.ts';
import type { Word } from './words.ts';

/** Share of a match by the first letters only, beside a match of the stem. */
const byStart = 0.6;
/** Skeletons at least this long may match by their first letters. */
const startLength = 5;

/** How much of a question each candidate's whole vocabulary covers, whatever wording the words stand in. */
export interface Pooled {
  score(query: readonly Word[], weights: WordWeights): Float64Array;
}

/**
 * A long chatty question resembles no single wording, but its words all belong to one subject: here each candidate is
 * one bag of stems, of its wordings and its answer, in both languages. Words are weighted as in `comparison`.
 *
 * @param vocabularies the words of each candidate
 */
export function createPooled(vocabularies: readonly Iterable<Word>[]): Pooled {
  const bags = vocabularies.map((words) => [...new Set(words)]);
  const byStem = invert(bags.map((words) => words.map(({ stems }) => stems)));
  const byFirst = invert(
    bags.map((words) => words.filter(isLong).map((word) => [word.loose.slice(0, startLength)])),
  );
  return {
    score(query, weights) {
      const covered = new Float64Array(bags.length);
      /** The last word, from 1, that a candidate has by its stem. */
      const full = new Uint32Array(bags.length);
      let total = 0;
      query.forEach((word, index) => {
        const weight = weights.of(word);
        total += weight;
        for (const stem of word.stems) {
          eachHolder(byStem, stem, (candidate) => {
            if (full[candidate] === index + 1) return;
            full[candidate] = index + 1;
            covered[candidate] = (covered[candidate] ?? 0) + weight;
          });
        }
        if (!isLong(word)) return;
        eachHolder(byFirst, word.loose.slice(0, startLength), (candidate) => {
          if (full[candidate] !== index + 1)
            covered[candidate] = (covered[candidate] ?? 0) + byStart * weight;
        });
      });
      return total === 0 ? covered : covered.map((value) => value / total);
    },
  };
}

function isLong(word: Word): boolean {
  return word.loose.length >= startLength;
}
