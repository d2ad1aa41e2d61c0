import type { Language } from '../language/locale.ts';
import type { AnalyseText } from './analyse-words.ts';
import type { Candidate } from './candidate.ts';
import { type LikenessWeights, type Word, wordSimilarity } from './words.ts';

/** One wording of a candidate, ready to be compared. */
export interface Wording {
  readonly candidate: number;
  readonly language: Language;
  readonly text: string;
  readonly words: readonly Word[];
}

/** Every wording of every candidate; titles count as wordings. */
export function analyseWordings(candidates: readonly Candidate[], analyse: AnalyseText): Wording[] {
  return candidates.flatMap((candidate, index) =>
    (['kk', 'ru'] as const).flatMap((language) =>
      [candidate.title[language], ...candidate.wordings[language]].map((text) => ({
        candidate: index,
        language,
        text,
        words: analyse(text, language),
      })),
    ),
  );
}

/** How much a word tells about which candidate is meant. */
export interface WordWeights {
  /** Inverse document frequency over candidates; `unknown` for a word no wording has. */
  of(word: Word): number;
}

/**
 * Weights of words by how few candidates use them. Counted per candidate, not per wording: a word repeated in
 * thirty wordings of one entry is still characteristic of it.
 */
export function weighWords(wordings: readonly Wording[], candidates: number, unknown: number): WordWeights {
  const holders = new Map<string, Set<number>>();
  for (const { candidate, words } of wordings) {
    for (const word of words) {
      for (const stem of word.stems) {
        const set = holders.get(stem);
        if (set === undefined) holders.set(stem, new Set([candidate]));
        else set.add(candidate);
      }
    }
  }
  const idf = (stem: string): number | undefined => {
    const count = holders.get(stem)?.size;
    return count === undefined ? undefined : Math.log(1 + (candidates - count + 0.5) / (count + 0.5));
  };
  const top = Math.log(1 + (candidates - 0.5) / 1.5);
  return {
    of(word) {
      const known = word.stems.map(idf).filter((value) => value !== undefined);
      // Of a word's readings the most frequent one counts: a rare false stem must not make a stop word heavy.
      return known.length > 0 ? Math.min(...known) : unknown * top;
    },
  };
}

/** How far a question and a wording cover each other, 0..1 each. */
export interface Coverage {
  readonly query: number;
  readonly wording: number;
}

/** Compares a question with one wording, word by word, each word at its best counterpart. */
export function compareWording(
  query: readonly Word[],
  wording: readonly Word[],
  weights: WordWeights,
  likeness: LikenessWeights,
): Coverage {
  if (query.length === 0 || wording.length === 0) return { query: 0, wording: 0 };
  const best = new Float64Array(wording.length);
  let covered = 0;
  let total = 0;
  for (const q of query) {
    let nearest = 0;
    wording.forEach((w, index) => {
      const alike = wordSimilarity(q, w, likeness);
      if (alike > nearest) nearest = alike;
      if (alike > (best[index] ?? 0)) best[index] = alike;
    });
    const weight = weights.of(q);
    covered += weight * nearest;
    total += weight;
  }
  let coveredBack = 0;
  let totalBack = 0;
  wording.forEach((w, index) => {
    const weight = weights.of(w);
    coveredBack += weight * (best[index] ?? 0);
    totalBack += weight;
  });
  return { query: total === 0 ? 0 : covered / total, wording: totalBack === 0 ? 0 : coveredBack / totalBack };
}
