import { joinSpacedLetters } from './abbreviations.ts';
import { kazakhArabic, withoutDecoration } from './arabic.ts';
import { asciiDigits } from './digits.ts';
import { joinBrokenWords, removeInvisible } from './invisible.ts';
import { repairLookAlikes } from './look-alikes.ts';

export { lowerCase } from './lower-case.ts';

/** Shapes of letters that NFKC may undo without loss: ligatures, full width, mathematical, presentation forms. */
const shaped = /[\u2160-\u217f\u{1d400}-\u{1d7ff}\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc\uff01-\uff5e]/gu;

/** Stress marks and other signs that NFC could not compose with a Cyrillic or Latin letter. */
const looseMark = /([\p{Script=Cyrillic}\p{Script=Latin}])\p{M}+/gu;

/** Emoji and other pictures, alone or in a row. */
const picture = /(?:[^\P{Extended_Pictographic}©®™]|[\u{1f1e6}-\u{1f1ff}]|[\u{1f3fb}-\u{1f3ff}]|\u20e3)+/gu;

/** Plain Kazakh or Russian in Cyrillic, single spaces: nothing in it for any step below. */
const settled =
  /^[0-9,.:;!?()«»"%/А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі-]+(?: [0-9,.:;!?()«»"%/А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі-]+)*$/u;

/** Two single letters side by side, which may be an abbreviation spelt out. */
const spelt = /(?<!\p{L})\p{L}(?:\. ?| )\p{L}(?!\p{L})/u;

/**
 * One form for everything people paste and type, so that what looks the same compares the same:
 * NFC, no invisible characters, look-alike letters repaired, Arabic letters in their Kazakh code
 * points, ASCII digits and apostrophes, broken words and letter-spaced abbreviations joined, emoji
 * apart from words, single spaces. Case and punctuation stay.
 *
 * Idempotent, never throws, linear in the text's length. For comparing and searching only: what a
 * person reads is never taken from here.
 */
export function normalise(text: string): string {
  // Nearly all of our own texts, fourteen thousand at every start, and most questions.
  if (settled.test(text) && !spelt.test(text)) return text;
  return normaliseAll(text);
}

/** Every step, needed or not. */
export function normaliseAll(text: string): string {
  let result = joinBrokenWords(text.toWellFormed());
  result = result.replace(shaped, (letter) => letter.normalize('NFKC'));
  result = withoutDecoration(removeInvisible(keepLineBreaks(result)));
  result = result.normalize('NFC').replace(looseMark, '$1');
  result = hyphensAndApostrophes(kazakhArabic(asciiDigits(result)));
  result = result.replace(picture, ' $& ').replace(/\s+/gu, ' ').trim();
  // Look-alikes last: letters joined from a spaced row may come from two keyboards.
  return repairLookAlikes(joinSpacedLetters(result));
}

/** Line breaks and tabs are control characters too, but they are spaces, not losses. */
function keepLineBreaks(text: string): string {
  return text.replace(/[\s\u0085]+/gu, ' ');
}

function hyphensAndApostrophes(text: string): string {
  return text
    .replace(/[\u2010\u2011\u2212\ufe63]/gu, '-')
    .replace(/(?<=[\p{L}\p{N}])[\u2012-\u2014](?=[\p{L}\p{N}])/gu, '-')
    .replace(/[\u2018\u2019\u201b\u02bc\u02bb\u2032`\u00b4]/gu, "'");
}
