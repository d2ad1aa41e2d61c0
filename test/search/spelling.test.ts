import { expect, it } from 'vitest';
import { readYaml } from '../../src/knowledge/read-yaml.ts';
import { AnalysisPolicy } from '../../src/search/analysis/policy.ts';
import { createSpelling } from '../../src/search/spelling.ts';
import type { Word } from '../../src/search/words.ts';

const letters = readYaml('content/policy/analysis.yaml', AnalysisPolicy);
const word = (loose: string): Word => ({ surface: loose, loose, stems: [loose] });

it('finds the indexed words that share most letters with a misspelt one, the nearest first', () => {
  if (!letters.ok) throw new Error('the policy is faulty');
  const near = createSpelling(
    ['registratsia', 'registrator', 'migratsia', 'kujat'].map(word),
    letters.value,
    2,
  );
  const spelt = near(word('regestratsia'));
  expect(spelt.map(({ word: { loose } }) => loose)).toEqual(['registratsia', 'migratsia']);
  expect(spelt[0]?.likeness).toBe(1);
});

it('finds nothing for a word that shares no letters', () => {
  if (!letters.ok) throw new Error('the policy is faulty');
  expect(createSpelling([word('kujat')], letters.value, 2)(word('xxxxxxx'))).toEqual([]);
});
