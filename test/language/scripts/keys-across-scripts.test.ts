import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldKey, looseKey } from '../../../src/language/keys/index.ts';
import { toArabic, toLatin } from '../../../src/language/scripts/index.ts';

/**
 * Generated words follow Kazakh syllables and harmony. Limits: no ц ё ю я ъ ь э of loans, no в, and no cluster that
 * Arabic script opens with a vowel; those are in the tables of the other tests.
 */
const syllable = (vowels: string, consonants: string) =>
  fc
    .tuple(
      fc.constantFrom(...consonants),
      fc.constantFrom(...vowels),
      fc.option(fc.constantFrom(...'лмнңрсш'), { nil: '' }),
    )
    .map((letters) => letters.join(''));
const kazakhWord = fc.oneof(
  fc.array(syllable('аоұы', 'бғджзқлмнпрстш'), { minLength: 1, maxLength: 5 }),
  fc.array(syllable('әеөүі', 'бгджзклмнпрстш'), { minLength: 1, maxLength: 5 }),
);
const word = kazakhWord.map((syllables) => syllables.join(''));

describe('keys do not depend on the script', () => {
  test('Arabic', () => {
    fc.assert(
      fc.property(word, (cyrillic) => {
        expect(looseKey(toArabic(cyrillic))).toBe(looseKey(cyrillic));
        expect(foldKey(toArabic(cyrillic))).toBe(foldKey(cyrillic));
      }),
    );
  });

  test('Latin', () => {
    fc.assert(
      fc.property(word, fc.constantFrom('2021', '2018', 'common-turkic' as const), (cyrillic, alphabet) => {
        expect(looseKey(toLatin(cyrillic, alphabet as '2021'))).toBe(looseKey(cyrillic));
      }),
    );
  });
});
