import { before, type LetterModel, wordEnd } from './letter-model.ts';

/** One way to read the next letters of a word: what it becomes, and what it costs against other ways. */
export interface Reading {
  readonly text: string;
  readonly cost: number;
}

/** A word as steps; each step has the readings of one letter or group. */
export type Lattice = readonly (readonly Reading[])[];

/** A whole word and its cost: lower is better, natural logarithm units. */
export type Candidate = Reading;

/** Longer rows of letters are no words: the first reading will do. */
const longestWord = 60;

/**
 * The best words through a lattice, best first, by the letter model and the costs of the readings. Keeps `width`
 * partial words at a time: time grows with length times width, never exponentially.
 */
export function bestWords(lattice: Lattice, model: LetterModel, width = 48): Candidate[] {
  const kept = lattice.length > longestWord ? 1 : width;
  let beam: Candidate[] = [{ text: '', cost: 0 }];
  for (const readings of lattice) {
    const grown = new Map<string, number>();
    for (const { text, cost } of beam) {
      for (const reading of readings) {
        let total = cost + reading.cost;
        let word = text;
        for (const letter of reading.text) {
          total -= model.score(before(word, word.length), letter);
          word += letter;
        }
        const least = grown.get(word);
        if (least === undefined || total < least) grown.set(word, total);
      }
    }
    beam = [...grown].map(([text, cost]) => ({ text, cost })).sort((a, b) => a.cost - b.cost);
    if (beam.length > kept) beam.length = kept;
  }
  return beam
    .map(({ text, cost }) => ({ text, cost: cost - model.score(before(text, text.length), wordEnd) }))
    .sort((a, b) => a.cost - b.cost);
}
