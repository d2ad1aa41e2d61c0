import type { Candidate } from './candidate.ts';
import type { Wording, WordWeights } from './wordings.ts';
import type { Word } from './words.ts';

/** Share of a match by the first letters only, beside a match of the stem. */
const byStart = 0.6;
/** Skeletons at least this long may match by their first letters. */
const startLength = 5;

/** How much of a question each candidate's whole vocabulary covers, whatever wording the words stand in. */
export interface Pooled {
  score(query: readonly Word[], weights: WordWeights): readonly number[];
}

/**
 * A long chatty question resembles no single wording, but its words all belong to one subject: here each candidate is
 * one bag of stems, of its wordings and its answer, in both languages. Words are weighted as in `compareWording`.
 */
export function createPooled(
  candidates: readonly Candidate[],
  wordings: readonly Wording[],
  bodies: readonly { readonly candidate: number; readonly words: readonly Word[] }[],
): Pooled {
  const byStem = new Map<string, Set<number>>();
  const byFirst = new Map<string, Set<number>>();
  const put = (map: Map<string, Set<number>>, key: string, candidate: number): void => {
    const holders = map.get(key);
    if (holders === undefined) map.set(key, new Set([candidate]));
    else holders.add(candidate);
  };
  for (const { candidate, words } of [...wordings, ...bodies]) {
    for (const word of words) {
      for (const stem of word.stems) put(byStem, stem, candidate);
      if (word.loose.length >= startLength) put(byFirst, word.loose.slice(0, startLength), candidate);
    }
  }
  return {
    score(query, weights) {
      const covered = new Float64Array(candidates.length);
      let total = 0;
      for (const word of query) {
        const weight = weights.of(word);
        total += weight;
        const full = new Set<number>();
        for (const stem of word.stems) for (const candidate of byStem.get(stem) ?? []) full.add(candidate);
        for (const candidate of full) covered[candidate] = (covered[candidate] ?? 0) + weight;
        if (word.loose.length < startLength) continue;
        for (const candidate of byFirst.get(word.loose.slice(0, startLength)) ?? []) {
          if (!full.has(candidate)) covered[candidate] = (covered[candidate] ?? 0) + byStart * weight;
        }
      }
      return total === 0 ? [...covered] : [...covered].map((value) => value / total);
    },
  };
}
