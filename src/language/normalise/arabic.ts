/**
 * Arabic-script Kazakh as written in China has one code point for each letter; keyboards and
 * fonts of Persian, Arabic and older Kazakh text give others that look the same.
 */

const variants: ReadonlyMap<string, string> = new Map([
  ['ی', 'ي'], // Persian yeh
  ['ک', 'ك'], // Persian kaf
  ['ڪ', 'ك'],
  ['ٴ', 'ء'], // high hamza: CLDR writes ء, MediaWiki ٴ
  ['ہ', 'ھ'],
]);
const variant = new RegExp(`[${[...variants.keys()].join('')}]`, 'gu');

/** Tatweel and vowel signs: decoration in Kazakh. */
const decoration = /\u0640|(?![\u0653-\u0655])[\p{M}&&\p{Script_Extensions=Arabic}]/gv;

/** Madda and hamza signs that NFC could not compose. */
const looseSign = /\u0653|\u0654|\u0655/gu;

/** Takes out tatweel and vowel signs; before NFC, or a sign between letter and mark would keep them apart. */
export function withoutDecoration(text: string): string {
  return text.replace(decoration, '');
}

/** Letters that carry the front mark in themselves, and what they are without it. */
const withHamza: ReadonlyMap<string, string> = new Map([
  ['ٵ', 'ا'],
  ['ٶ', 'و'],
  ['ٷ', 'ۇ'],
  ['ٸ', 'ى'],
]);
const letterWithHamza = /[ٵٶٷٸ]/gu;
const arabicWord = /[\p{Script=Arabic}\p{M}]+/gu;

/** A hamza that stands apart from the word it marks. */
const looseHamza = /(?<![\p{L}\p{M}])ء\s+(?=\p{Script=Arabic})/gu;

const punctuation: ReadonlyMap<string, string> = new Map([
  ['،', ','],
  ['؛', ';'],
  ['؟', '?'],
  ['٫', '.'],
  ['٪', '%'],
  ['۔', '.'],
]);
const punctuationSign = new RegExp(`[${[...punctuation.keys()].join('')}]`, 'gu');

/** Brings Arabic-script letters and signs to the code points of Kazakh. The hamza stands once, first in its word. */
export function kazakhArabic(text: string): string {
  if (!/\p{Script_Extensions=Arabic}/u.test(text)) return text;
  return text
    .replace(arabicWord, hamzaFirst)
    .replace(looseSign, '')
    .replace(variant, (letter) => variants.get(letter) ?? letter)
    .replace(punctuationSign, (sign) => punctuation.get(sign) ?? sign)
    .replace(looseHamza, 'ء')
    .replace(/ء{2,}/gu, 'ء');
}

function hamzaFirst(word: string): string {
  if (word.search(letterWithHamza) < 0) return word;
  const bare = word.replace(letterWithHamza, (letter) => withHamza.get(letter) ?? letter);
  return /^[ءٴ]/u.test(bare) ? bare : `ء${bare}`;
}
