import { expect, it } from 'vitest';
import { learnTable } from '../../../src/language/detect/learn.ts';
import { ngramsOf } from '../../../src/language/detect/ngrams.ts';
import { evidence, parseTable } from '../../../src/language/detect/table.ts';

const kazakh = ['бала мектепке барады', 'адам калада турады', 'кыздар ойнап журеди'].map((line) =>
  line.split(' '),
);
const russian = ['ребенок идет в школу', 'человек живет в городе', 'девочки играют вместе'].map((line) =>
  line.split(' '),
);
const options = { size: 60, minimumCount: 1, rounds: 1, spans: 400, seed: 5 };

it('learns weights that tell the two languages apart', () => {
  const table = learnTable(
    [
      { label: 'kk', lines: kazakh },
      { label: 'ru', lines: russian },
    ],
    options,
  );
  const [kk = 0, ru = 0] = evidence(table, 'балалар');
  expect(kk).toBeGreaterThan(ru);
});

it('gives the same table for the same seed', () => {
  const sources = [
    { label: 'kk', lines: kazakh },
    { label: 'ru', lines: russian },
  ] as const;
  expect(learnTable(sources, options)).toEqual(learnTable(sources, options));
});

it('n-grams carry the boundaries of the word', () => {
  expect(ngramsOf('ат').sort()).toEqual(['_а', '_ат', '_ат_', 'а', 'ат', 'ат_', 'т', 'т_']);
});

it('a faulty row is named by its line', () => {
  expect(() => parseTable('# origin\nngram\tkk\tru\nат\t5')).toThrow('line 3');
});
