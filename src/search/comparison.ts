import type { Lexicon } from './lexicon.ts';
import type { AskedWord } from './recall.ts';
import type { WordWeights } from './weights.ts';
import type { Wording } from './wordings.ts';

/** How far a question and a wording cover each other, 0..1 each. */
export interface Coverage {
  readonly query: number;
  readonly wording: number;
}

/** Compares one question with wordings, each named by its place. */
export type Compare = (wording: number) => Coverage;

/**
 * Compares questions with wordings word by word, each word at its best counterpart. Which words are alike
 * is known before; a wording is then a sum over its words' numbers.
 */
export function createComparison(
  wordings: readonly Wording[],
  lexicon: Lexicon,
  weights: WordWeights,
): (query: readonly AskedWord[]) => Compare {
  const weightOf = Float64Array.from(lexicon.words, (word) => weights.of(word));
  const members = wordings.map(({ words }) => Uint32Array.from(words, lexicon.numberOf));
  const totals = members.map((numbers) => numbers.reduce((sum, number) => sum + (weightOf[number] ?? 0), 0));
  return (query) => {
    const width = query.length;
    const own = query.map(({ word }) => weights.of(word));
    const total = own.reduce((sum, weight) => sum + weight, 0);
    /** Where a word's row stands in `table`, from 1: its likeness to each word of the question, then the best of them. */
    const rows = new Uint32Array(lexicon.words.length);
    const table: number[] = [];
    query.forEach(({ alike }, at) => {
      for (const { number, likeness } of alike) {
        let row = rows[number] ?? 0;
        if (row === 0) {
          row = table.length + 1;
          rows[number] = row;
          for (let each = 0; each <= width; each += 1) table.push(0);
        }
        const first = row - 1;
        table[first + at] = Math.max(table[first + at] ?? 0, likeness);
        table[first + width] = Math.max(table[first + width] ?? 0, likeness);
      }
    });
    const nearest = new Float64Array(width);
    return (wording) => {
      nearest.fill(0);
      let coveredBack = 0;
      for (const number of members[wording] ?? []) {
        const row = rows[number] ?? 0;
        if (row === 0) continue;
        const first = row - 1;
        coveredBack += (weightOf[number] ?? 0) * (table[first + width] ?? 0);
        for (let at = 0; at < width; at += 1) {
          const alike = table[first + at] ?? 0;
          if (alike > (nearest[at] ?? 0)) nearest[at] = alike;
        }
      }
      let covered = 0;
      for (let at = 0; at < width; at += 1) covered += (own[at] ?? 0) * (nearest[at] ?? 0);
      const back = totals[wording] ?? 0;
      return {
        query: total === 0 ? 0 : covered / total,
        wording: back === 0 ? 0 : coveredBack / back,
      };
    };
  };
}
