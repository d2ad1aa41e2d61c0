import type { Language } from '../language/locale.ts';
import type { AnalyseText } from './analyse-words.ts';
import type { Candidate } from './candidate.ts';
import type { Inverted } from './inverted.ts';
import { type LikenessWeights, type Word, wordSimilarity } from './words.ts';

/** One wording of a candidate, ready to be compared. */
export interface Wording {
  readonly candidate: number;
  readonly text: string;
  readonly words: readonly Word[];
}

/** Every wording of every candidate, candidate by candidate; titles count as wordings. */
export function analyseWordings(candidates: readonly Candidate[], analyse: AnalyseText): Wording[] {
  return candidates.flatMap((candidate, index) =>
    (['kk', 'ru'] as const satisfies Language[]).flatMap((language) =>
      [candidate.title[language], ...candidate.wordings[language]].map((text) => ({
        candidate: index,
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
 *
 * @param stems of the wordings, by candidate
 * @param indexed words that are asked for again and again: their weights are counted once
 */
export function weighWords(
  stems: Inverted,
  candidates: number,
  unknown: number,
  indexed: Iterable<Word> = [],
): WordWeights {
  const top = Math.log(1 + (candidates - 0.5) / 1.5);
  const known = new Map<Word, number>();
  const weights: WordWeights = {
    of: (word) => (word.emphasis ?? 1) * plain(word),
  };
  for (const word of indexed) known.set(word, plain(word));
  return weights;

  function plain(word: Word): number {
    const before = known.get(word);
    if (before !== undefined) return before;
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

/** How far a question and a wording cover each other, 0..1 each. */
export interface Coverage {
  readonly query: number;
  readonly wording: number;
}

/**
 * Compares a question with wordings, word by word, each word at its best counterpart. Wordings share most of their
 * words, and an indexed word is one object: it is held against the question once.
 */
export function comparison(
  query: readonly Word[],
  weights: WordWeights,
  likeness: LikenessWeights,
): (wording: readonly Word[]) => Coverage {
  const own = query.map((word) => weights.of(word));
  const total = own.reduce((sum, weight) => sum + weight, 0);
  const width = query.length;
  /** Where a word's row stands in `table`: its weight, its best likeness, its likeness to each word of the question. */
  const rows = new Map<Word, number>();
  let table = new Float64Array(256 * (width + 2));
  let used = 0;
  const nearest = new Float64Array(width);
  return (wording) => {
    if (width === 0 || wording.length === 0) return { query: 0, wording: 0 };
    nearest.fill(0);
    let covered = 0;
    let coveredBack = 0;
    let totalBack = 0;
    for (const word of wording) {
      const row = rows.get(word) ?? compare(word);
      const weight = table[row] ?? 0;
      const best = table[row + 1] ?? 0;
      coveredBack += weight * best;
      totalBack += weight;
      if (best === 0) continue;
      for (let at = 0; at < width; at += 1) {
        const alike = table[row + 2 + at] ?? 0;
        if (alike > (nearest[at] ?? 0)) nearest[at] = alike;
      }
    }
    for (let at = 0; at < width; at += 1) covered += (own[at] ?? 0) * (nearest[at] ?? 0);
    return {
      query: total === 0 ? 0 : covered / total,
      wording: totalBack === 0 ? 0 : coveredBack / totalBack,
    };
  };

  function compare(word: Word): number {
    const row = used;
    used += width + 2;
    if (used > table.length) {
      const wider = new Float64Array(table.length * 2);
      wider.set(table);
      table = wider;
    }
    let best = 0;
    for (let at = 0; at < width; at += 1) {
      const asked = query[at];
      if (asked === undefined) continue;
      const alike = wordSimilarity(asked, word, likeness);
      table[row + 2 + at] = alike;
      if (alike > best) best = alike;
    }
    table[row] = weights.of(word);
    table[row + 1] = best;
    rows.set(word, row);
    return row;
  }
}
