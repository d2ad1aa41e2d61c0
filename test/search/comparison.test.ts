import { describe, expect, it } from 'vitest';
import { createComparison } from '../../src/search/comparison.ts';
import { createLexicon } from '../../src/search/lexicon.ts';
import { nearnessOf } from '../../src/search/nearness.ts';
import type { Word } from '../../src/search/words.ts';

const word = (loose: string): Word => ({ surface: loose, loose, stems: [loose] });
const kandas = word('kandas');
const kujat = word('kujat');
const qala = word('qala');
const wordings = [[kandas, kujat], [kandas], [qala], [kandas, kujat, qala]].map((words, at) => ({
  candidate: 0,
  text: String(at),
  words,
}));
const likeness = { first_five: 0.8, typo: 0.75, synonym: 0.5 };
const lexicon = createLexicon(
  wordings.flatMap(({ words }) => words),
  likeness,
);
const equal = { of: ({ emphasis = 1 }: Word) => emphasis };
const compareWith = createComparison(wordings, lexicon, equal);
const compare = (...query: Word[]) =>
  compareWith(query.map((each) => ({ word: each, alike: lexicon.alike(each) })));

describe('a question compared with wordings', () => {
  it('tells how far each covers the other', () => {
    const against = compare(kandas, kujat);
    expect([0, 1, 2, 3].map(against)).toEqual([
      { query: 1, wording: 1 },
      { query: 0.5, wording: 1 },
      { query: 0, wording: 0 },
      { query: 1, wording: 2 / 3 },
    ]);
  });

  it('counts a synonym for less', () => {
    expect(compare({ ...word('mekeme'), synonyms: ['qala'] })(2)).toEqual({ query: 0.5, wording: 0.5 });
  });

  it('lets a word of the story count less than one of the question', () => {
    expect(compare(kandas, { ...word('arystan'), emphasis: 0.5 })(1).query).toBeCloseTo(1 / 1.5);
  });

  it('gives nothing to a question without words', () => {
    expect(compare()(0)).toEqual({ query: 0, wording: 0 });
  });
});

describe('how near a candidate is', () => {
  const score = { query_coverage: 1, wording_coverage: 1 };

  it('is told by its nearest wording, and by what the next three say', () => {
    const near = nearnessOf({ from: 0, to: 4 }, compare(kandas, kujat), score);
    expect(near.wording).toBe(0);
    expect(near.coverage).toEqual({ query: 1, wording: 1 });
    expect(near.votes).toBeCloseTo((1.5 + (1 + 2 / 3) + 0) / 3);
  });

  it('is nothing where no word is shared', () => {
    expect(nearnessOf({ from: 2, to: 3 }, compare(kandas), score)).toEqual({
      wording: null,
      coverage: { query: 0, wording: 0 },
      votes: 0,
    });
  });
});
