/**
 * Letters of one script inside a word of the other that look the same (`Қaзақстан` with a Latin
 * a). They come from keyboards switched half-way and from scanned acts.
 */

const latinToCyrillic: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'а',
    c: 'с',
    e: 'е',
    h: 'һ',
    i: 'і',
    o: 'о',
    p: 'р',
    x: 'х',
    y: 'у',
    ə: 'ә',
    ɵ: 'ө',
    k: 'к',
    A: 'А',
    B: 'В',
    C: 'С',
    E: 'Е',
    H: 'Н',
    I: 'І',
    K: 'К',
    M: 'М',
    O: 'О',
    P: 'Р',
    T: 'Т',
    X: 'Х',
    Y: 'У',
    Ə: 'Ә',
    Ɵ: 'Ө',
    ë: 'ё',
    Ë: 'Ё',
    ï: 'ї',
    Ï: 'Ї',
    α: 'а',
    ο: 'о',
    ρ: 'р',
    ε: 'е',
    Α: 'А',
    Β: 'В',
    Ε: 'Е',
    Η: 'Н',
    Ι: 'І',
    Κ: 'К',
    Μ: 'М',
    Ο: 'О',
    Ρ: 'Р',
    Τ: 'Т',
    Υ: 'У',
    Χ: 'Х',
  }),
);
const cyrillicToLatin: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: 'a',
    с: 'c',
    е: 'e',
    һ: 'h',
    і: 'i',
    о: 'o',
    р: 'p',
    х: 'x',
    у: 'y',
    ә: 'ə',
    ј: 'j',
    ѕ: 's',
    А: 'A',
    В: 'B',
    С: 'C',
    Е: 'E',
    Н: 'H',
    І: 'I',
    К: 'K',
    М: 'M',
    О: 'O',
    Р: 'P',
    Т: 'T',
    Х: 'X',
    У: 'Y',
    Һ: 'H',
    Ә: 'Ə',
    Ј: 'J',
    Ѕ: 'S',
  }),
);

const word = /[\p{L}\p{M}]+/gu;

/**
 * Repairs look-alike letters in words of two scripts: the script that has more letters of its own wins. A word
 * with a foreign letter that has no twin (`қазақsha`) was meant so and stays.
 */
export function repairLookAlikes(text: string): string {
  return text.replace(word, repairWord);
}

function repairWord(letters: string): string {
  if (!/\p{Script=Cyrillic}/u.test(letters) || !/[\p{Script=Latin}\p{Script=Greek}]/u.test(letters))
    return letters;
  let cyrillic = 0;
  let latin = 0;
  let cyrillicOnly = false;
  let latinOnly = false;
  for (const letter of letters) {
    if (/\p{Script=Cyrillic}/u.test(letter)) {
      cyrillic += 1;
      cyrillicOnly ||= !cyrillicToLatin.has(letter);
    } else if (/[\p{Script=Latin}\p{Script=Greek}]/u.test(letter)) {
      latin += 1;
      latinOnly ||= !latinToCyrillic.has(letter);
    }
  }
  if (cyrillicOnly && latinOnly) return letters;
  const toCyrillic = cyrillicOnly || (!latinOnly && cyrillic >= latin);
  const table = toCyrillic ? latinToCyrillic : cyrillicToLatin;
  let repaired = '';
  for (const letter of letters) repaired += table.get(letter) ?? letter;
  return repaired;
}
