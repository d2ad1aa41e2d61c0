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
  const { members, starts } = numbered(wordings, lexicon);
  const totals = Float64Array.from(wordings, ({ words }) =>
    words.reduce((sum, word) => sum + weights.of(word), 0),
  );
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
      for (let place = starts[wording] ?? 0; place < (starts[wording + 1] ?? 0); place += 1) {
        const number = members[place] ?? 0;
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

/** The words of all wordings by their numbers, in one row; an array for each wording would be mostly overhead. */
function numbered(
  wordings: readonly Wording[],
  lexicon: Lexicon,
): { members: Uint32Array; starts: Uint32Array } {
  const starts = new Uint32Array(wordings.length + 1);
  wordings.forEach(({ words }, at) => {
    starts[at + 1] = (starts[at] ?? 0) + words.length;
  });
  const members = new Uint32Array(starts.at(-1) ?? 0);
  let place = 0;
  for (const { words } of wordings) {
    for (const word of words) {
      members[place] = lexicon.numberOf(word);
      place += 1;
    }
  }
  return { members, starts };
}
