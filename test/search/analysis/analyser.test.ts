import { describe, expect, it, test } from 'vitest';
import { looseKey } from '../../../src/language/keys/index.ts';
import { createAnalyser, isStopWord, Vocabulary } from '../../../src/search/analysis/index.ts';

const text = 'Қандас мәртебесін алу үшін құжаттарды жергілікті атқарушы органға тапсырады.';

function analyserOf(...texts: string[]) {
  const analyser = createAnalyser();
  for (const each of texts) analyser.indexTerms(each, 'kk');
  return analyser;
}
const stems = (terms: readonly { term: string }[]): string[] =>
  terms.map(({ term }) => term).filter((term) => term.startsWith('='));

describe('one question in every spelling asks for the same stems', () => {
  const analyser = analyserOf(text);
  const written = stems(analyser.queryTerms('қандас құжаттарды тапсырады'));
  test.each([
    ['Russian letters', 'кандас кужаттарды тапсырады'],
    ['2021 letters', 'qandas qūjattardy tapsyrady'],
    ['2018 letters', 'qandas qujattardy tapsyrady'],
    ['ASCII', 'kandas kuzhattardy tapsyrady'],
    ['Arabic script', 'قانداس قۇجاتتاردى تاپسىرادى'],
    ['capitals', 'ҚАНДАС ҚҰЖАТТАРДЫ ТАПСЫРАДЫ'],
  ])('%s', (_name, question) => {
    expect(stems(analyser.queryTerms(question))).toEqual(written);
  });
});

it('a form the texts do not have meets the stem they have', () => {
  const analyser = createAnalyser();
  const indexed = new Set(analyser.indexTerms(text, 'kk'));
  expect(stems(analyser.queryTerms('құжаттарымызға')).some((stem) => indexed.has(stem))).toBe(true);
});

it('a typing error still shares n-grams', () => {
  const analyser = createAnalyser();
  const indexed = new Set(analyser.indexTerms(text, 'kk'));
  const shared = analyser
    .queryTerms('мәртбесін')
    .filter(({ term }) => term.startsWith('#') && indexed.has(term));
  expect(shared.length).toBeGreaterThan(2);
});

it('codes meet whatever keyboard they were typed on', () => {
  const analyser = createAnalyser();
  const indexed = new Set(analyser.indexTerms('Виза категории B10 выдаётся этническим казахам.', 'ru'));
  expect(stems(analyser.queryTerms('виза В10')).filter((stem) => indexed.has(stem))).toHaveLength(2);
});

it('an act number is searched whole', () => {
  const analyser = createAnalyser();
  expect(analyser.indexTerms('№ 149/19-VIII шешім', 'kk')).toContain('=149/19-viii');
});

it('function words are left out of a question that has others', () => {
  const words = createAnalyser().queryWords('қандас мәртебесін қалай алуға болады');
  expect(words.map(({ surface }) => surface)).toEqual(['қандас', 'мәртебесін', 'алуға']);
});

it('a question of function words only is searched as it is', () => {
  expect(createAnalyser().queryWords('бұл қалай')).toHaveLength(2);
});

it('stop words are known in any spelling', () => {
  expect(['қалай', 'калай', 'qalai', 'قالاي'].every((word) => isStopWord(looseKey(word), 'kk'))).toBe(true);
});

it('an n-gram in most texts is not searched', () => {
  const texts = Array.from({ length: 100 }, (_, number) => `қандас ${number}`);
  const grams = analyserOf(...texts)
    .queryTerms('қандас')
    .filter(({ term }) => term.startsWith('#'));
  expect(grams).toEqual([]);
});

it('gives every key once', () => {
  const terms = analyserOf(text)
    .queryTerms('қандас қандас қандастар')
    .map(({ term }) => term);
  expect(new Set(terms).size).toBe(terms.length);
});

describe('vocabulary', () => {
  it('restores the most frequent word first', () => {
    const vocabulary = new Vocabulary();
    vocabulary.add('қызы кызы қызы');
    expect(vocabulary.restore(looseKey('qyzy'))).toEqual(['қызы', 'кызы']);
  });

  it('counts what is added after a look-up', () => {
    const vocabulary = new Vocabulary();
    vocabulary.add('ұл');
    vocabulary.restore(looseKey('ұл'));
    vocabulary.add('үл үл');
    expect(vocabulary.restore(looseKey('ul'))).toEqual(['үл', 'ұл']);
  });

  it('an analyser given a vocabulary leaves it alone', () => {
    const vocabulary = new Vocabulary();
    createAnalyser({ vocabulary }).indexTerms(text, 'kk');
    expect(vocabulary.size).toBe(0);
  });
});
