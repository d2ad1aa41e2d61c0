/**
 * One Cyrillic Kazakh word in töte jazu, the Arabic letters used in China. Rules follow what Chinese Kazakh and
 * CLDR's kk-Arab do; words that follow no rule stand in the exceptions file.
 */

const letters: Readonly<Record<string, string>> = {
  а: 'ا',
  ә: 'ا',
  б: 'ب',
  в: 'ۆ',
  г: 'گ',
  ғ: 'ع',
  д: 'د',
  е: 'ە',
  ж: 'ج',
  з: 'ز',
  и: 'ي',
  й: 'ي',
  к: 'ك',
  қ: 'ق',
  л: 'ل',
  м: 'م',
  н: 'ن',
  ң: 'ڭ',
  о: 'و',
  ө: 'و',
  п: 'پ',
  р: 'ر',
  с: 'س',
  т: 'ت',
  у: 'ۋ',
  ұ: 'ۇ',
  ү: 'ۇ',
  ф: 'ف',
  х: 'ح',
  һ: 'ھ',
  ц: 'س',
  ч: 'چ',
  ш: 'ش',
  щ: 'ش',
  ъ: '',
  ы: 'ى',
  ь: '',
  і: 'ى',
  э: 'ە',
  ё: 'يو',
  ю: 'يۋ',
  я: 'يا',
};

export const hamza = 'ء';

/** Front vowels that need the mark, and the letters that show a front word by themselves. */
const needsMark = /[әөүі]/u;
const showsFront = /[еэгкқғ]/u;

/** Final clusters of loans take a vowel, as they are said: метр → метір, рубль → рубыл, шарф → шариф. */
const finalCluster =
  /(?<=[аәеиоөуұүыіэюя][^аәеиоөуұүыіэюяй]*[бвгдкпт])(?=р$)|(?<=[бгкп])(?=ль$)|(?<=[рл]ь?)(?=ф$)/gu;

/**
 * Whether the hamza stands before the word's first letter: once, when it has ә ө ү і and nothing else that shows
 * a front word. Back vowels beside them do not cancel it (төртбұрыш), қ and ғ do (қауіп, қазір).
 */
export function takesHamza(word: string): boolean {
  return needsMark.test(word) && !showsFront.test(word);
}

/** Converts one lower-case Cyrillic word without hyphens. Letters outside the Kazakh alphabet stay. */
export function arabicWord(word: string): string {
  const spoken = word
    .replace(finalCluster, 'ы')
    .replace(/([бвгдкқлмнпртфш])\1ь?$/gu, '$1')
    .replace(/нг$/u, 'ң')
    .replace(/(?<=[жшщч])[юё]/gu, (letter) => (letter === 'ю' ? 'у' : 'о'))
    .replace(/дж/gu, 'ж')
    .replace(/ий(?![аоуыіұүө])|[ий](?=[юяё])/gu, (run) => (run === 'ий' ? 'и' : ''));
  let result = '';
  for (const letter of spoken) result += letters[letter] ?? letter;
  return takesHamza(word) ? hamza + result : result;
}
