import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { normalise } from '../../../src/language/normalise/index.ts';
import { scriptOfWord, tokenise, wordsOf } from '../../../src/language/tokens.ts';

const texts = (text: string): string[] => tokenise(text).map((token) => token.text);

describe('what stays one token', () => {
  test.each([
    ['a code', 'B10 виза', ['B10', 'виза']],
    ['a date', '01.02.2026 дейін', ['01.02.2026', 'дейін']],
    ['a decimal', '1,5 АЕК', ['1,5', 'АЕК']],
    ['an apostrophe that is a letter', "qasi'eti", ["qasi'eti"]],
    ['a final apostrophe that is a letter', "qan is'", ['qan', "is'"]],
    ['a quotation mark is not', "'tek' sóz", ['tek', 'sóz']],
    ['hamza', 'ءبىر كۇن', ['ءبىر', 'كۇن']],
  ])('%s', (_name, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });
});

describe('compounds come whole and in parts', () => {
  test.each([
    ['words', 'аты-жөні', ['аты-жөні', 'аты', 'жөні']],
    ['a range', '3-4', ['3-4', '3', '4']],
    ['an act number', '№ 149/19-VIII', ['№', '149/19-VIII', '149/19', 'VIII']],
    ['a number with a case ending', '18-де', ['18-де', '18', 'де']],
  ])('%s', (_name, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });
});

it('names the script of each token', () => {
  expect(tokenise('қазақ qazaq قازاق 2026 中').map((token) => token.script)).toEqual([
    'cyrl',
    'latn',
    'arab',
    'digit',
    'other',
  ]);
});

it('takes a word for the script of most of its letters', () => {
  expect(scriptOfWord('қазақsha')).toBe('cyrl');
});

it('wordsOf leaves out wholes and №', () => {
  expect(wordsOf('№ 5 аты-жөні')).toEqual(['5', 'аты', 'жөні']);
});

it('offsets give the token back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
      const text = normalise(typed);
      for (const token of tokenise(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
    }),
    { numRuns: 1000, seed: 7 },
  );
});
