/**
 * Spellings of the Latins that one letter cannot carry: digraphs, 2017 apostrophes, and letters
 * with two meanings. The result is Latin in which every letter means one thing to the skeleton.
 */

const digraphs: ReadonlyMap<string, string> = new Map([
  ['shch', 'ş'],
  ['sch', 'ş'],
  ['dzh', 'j'],
  ['zh', 'j'],
  ['sh', 'ş'],
  ['ch', 'ş'],
  ['gh', 'ğ'],
  ['kh', 'h'],
  ["a'", 'ä'],
  ["g'", 'ğ'],
  ["i'", 'i'],
  ["n'", 'ñ'],
  ["o'", 'ö'],
  ["u'", 'ü'],
  ["y'", 'u'],
  ["s'", 'ş'],
  ["c'", 'ç'],
]);
const digraph = /shch|sch|dzh|zh|sh|ch|gh|kh|[aginouysc]'/gu;

/** Ye- of BGN and English habits (`yelge`), and after an open vowel; й and ы never stand before е there. */
const iotated = /(?<=^|[aäáoöóuüúe])y(?=e)/gu;

/**
 * `c` is ц before e, i, y in every habit (centr, ciya), and ж in plain Turkish elsewhere (calpı). ч is written
 * ch, ç or c' and is gone by now.
 */
const sibilant = /c(?=[eéiıïīyý])/gu;

/** 2018 ý (у): between consonants, last, or first before a vowel. */
const acuteVowel = /(?<![aäeiıoöuüāáéóú])ý|ý$/gu;
const signsOf2018 = /[áóúńǵ]|y|sh|ch/u;
const signsOfCommonTurkic = /[äöüğşñçïwx]|ı(?![aäáeéioóöuúüýy])/u;

/** The Latin alphabets Kazakh is met in; `ascii` is any habit of typing it on an English keyboard. */
export type LatinAlphabet = '2021' | '2018' | '2017' | 'common-turkic' | 'bgn' | 'ascii';

/**
 * Resolves a lower-case NFC Latin word. ý is у in the 2018 alphabet and й in the Common Turkic one: the alphabet
 * decides where it is known, otherwise the word's other letters, then the place of the letter.
 */
export function resolveLatin(word: string, alphabet?: LatinAlphabet): string {
  let result = word.includes('ý') ? resolveAcute(word, alphabet) : word;
  result = result.replace(/[\u2018\u2019\u02bc\u02bb`\u00b4]/gu, "'");
  result = result.replace(digraph, (letters) => digraphs.get(letters) ?? letters);
  return result.replace(iotated, '').replace(sibilant, 's').replace(/c/gu, 'j').replace(/ya/gu, 'ia');
}

function resolveAcute(word: string, alphabet: LatinAlphabet | undefined): string {
  if (alphabet === '2018' || signsOf2018.test(word)) return word.replace(/ý/gu, 'u');
  if (alphabet === 'common-turkic' || signsOfCommonTurkic.test(word)) return word.replace(/ý/gu, 'i');
  return word.replace(acuteVowel, 'u').replace(/ý/gu, 'i');
}
