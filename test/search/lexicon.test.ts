import { describe, expect, it } from 'vitest';
import { createLexicon } from '../../src/search/lexicon.ts';
import type { Word } from '../../src/search/words.ts';

const word = (loose: string, stem = loose): Word => ({ surface: loose, loose, stems: [stem] });
const tirkeu = word('tirkeu');
const tirkeudi = word('tirkeudi', 'tirkeu');
const tirkelu = word('tirkelu', 'tirkel');
const kujat = word('kujat');
const registratsia = word('registratsia');
const lexicon = createLexicon([tirkeu, tirkeudi, tirkelu, kujat, registratsia, kujat], {
  first_five: 0.8,
  typo: 0.75,
  synonym: 0.85,
});

/** The words that are alike, each with its greatest likeness. */
const alike = (asked: Word): Record<string, number> => {
  const best: Record<string, number> = {};
  for (const { number, likeness } of lexicon.alike(asked)) {
    const { surface } = lexicon.words[number] ?? { surface: '?' };
    best[surface] = Math.max(best[surface] ?? 0, likeness);
  }
  return best;
};

describe('the lexicon', () => {
  it('numbers each word once', () => {
    expect(lexicon.words).toHaveLength(5);
    expect(lexicon.words[lexicon.numberOf(kujat)]).toBe(kujat);
  });

  it('refuses a word that is not its own', () => {
    expect(() => lexicon.numberOf(word('kujat'))).toThrow('«kujat»');
  });

  it('holds forms of a stem for the same word, words that start alike for something less', () => {
    expect(alike(word('tirkeuge', 'tirkeu'))).toEqual({ tirkeu: 1, tirkeudi: 1, tirkelu: 0.8 });
    expect(alike(word('qujat'))).toEqual({});
  });

  it('finds synonyms by their stems', () => {
    expect(alike({ ...word('esepke'), synonyms: ['kujat'] })).toEqual({ kujat: 0.85 });
  });

  it('looks for typing errors only of a word that no wording has', () => {
    const misspelt = word('regestratsia');
    expect(alike(misspelt)).toEqual({});
    expect(alike({ ...misspelt, unknown: true })).toEqual({ registratsia: 0.75 });
  });

  it('tells whether a word or its stem is known', () => {
    expect(lexicon.has(word('tirkeuim', 'tirkeu'))).toBe(true);
    expect(lexicon.has(word('qyzanaq'))).toBe(false);
  });
});
