import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordsOf, wordsOfAny } from '../../../src/language/tokens.ts';

it('finds the same words in plain Cyrillic by the short way as by the long one', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'абвяёАЯәӘіІңғүұқөһҺ ,.:;!?()«»"'), maxLength: 60 });
  fc.assert(
    fc.property(letters, (text) => {
      expect(wordsOf(text)).toEqual(wordsOfAny(text));
    }),
  );
});

it('takes the long way where there is a number, a joined word or another script', () => {
  expect(wordsOf("аты-жөні 3-тармақ, qasi'eti")).toEqual(wordsOfAny("аты-жөні 3-тармақ, qasi'eti"));
  expect(wordsOf('аты-жөні')).toEqual(['аты', 'жөні']);
});
