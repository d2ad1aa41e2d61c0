import { type LetterModel, wordEnd, wordStart } from './letter-model.ts';

/** One way to read the next letters of a word: what it becomes, and what it costs against other ways. */
export interface Reading {
  readonly text: string;
  readonly cost: number;
}

/** A word as steps; each step has the readings of one letter or group. */
export type Lattice = readonly (readonly Reading[])[];

/** A whole word and its cost: lower is better, natural logarithm units. */
export type Candidate = Reading;

/**
 * The best words through a lattice, best first, by the letter model and the costs of the readings. Keeps `width`
 * partial words at a time: time grows with length times width, never exponentially.
 */
export function bestWords(lattice: Lattice, model: LetterModel, width = 48): Candidate[] {
  let beam: Candidate[] = [{ text: '', cost: 0 }];
  for (const readings of lattice) {
    const grown = new Map<string, number>();
    for (const { text, cost } of beam) {
      for (const reading of readings) {
        let total = cost + reading.cost;
        let word = text;
        for (const letter of reading.text) {
          total -= model.score(wordStart + word, letter);
          word += letter;
        }
        const before = grown.get(word);
        if (before === undefined || total < before) grown.set(word, total);
      }
    }
    beam = [...grown].map(([text, cost]) => ({ text, cost })).sort((a, b) => a.cost - b.cost);
    if (beam.length > width) beam.length = width;
  }
  return beam
    .map(({ text, cost }) => ({ text, cost: cost - model.score(wordStart + text, wordEnd) }))
    .sort((a, b) => a.cost - b.cost);
}
