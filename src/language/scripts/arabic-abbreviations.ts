/** Abbreviations in Arabic script are written letter by letter (ج س ن); Kazakh has no words of one Arabic letter. */
const spaced = /(?<![\p{L}\p{M}])ء?\p{Script=Arabic}(?:[ \u00a0.]+ء?\p{Script=Arabic}(?![\p{L}\p{M}]))+/gu;

/** Each letter's commonest meaning in abbreviations; the hamza only marks the vowel after it. */
const letters: ReadonlyMap<string, string> = new Map(
  'ا А|ب Б|پ П|ت Т|ج Ж|چ Ч|ح Х|ھ Һ|د Д|ر Р|ز З|س С|ش Ш|ع Ғ|ف Ф|ق Қ|ك К|گ Г|ڭ Ң|ل Л|م М|ن Н|و О|ۇ Ұ|ۋ У|ۆ В|ە Е|ى І|ي И|ء '
    .split('|')
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(2)]),
);

/** Joins spaced abbreviations as Cyrillic capitals: ج س ن → ЖСН. */
export function joinAbbreviations(text: string): string {
  return text.replace(spaced, (row) => {
    const joined = row.replace(/[\s\u00a0.]+/gu, '');
    return joined.replace(/\p{L}/gu, (letter) => letters.get(letter) ?? letter);
  });
}
