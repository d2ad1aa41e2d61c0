import type { LatinAlphabet } from '../keys/latin.ts';

/** Alphabets we write; the others are only read. */
export type WrittenLatin = Extract<LatinAlphabet, '2021' | '2018' | 'common-turkic'>;

const common: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'j',
  з: 'z',
  к: 'k',
  қ: 'q',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ф: 'f',
  х: 'h',
  һ: 'h',
  ъ: '',
  ь: '',
  э: 'e',
};

/**
 * Letters of each alphabet. 2021 (the alphabet of April 2021, 31 letters) has none for ц ч щ ё ю я of loans:
 * they are written as they are said in Kazakh. Common Turkic keeps every Cyrillic letter apart.
 */
const tables: Readonly<Record<WrittenLatin, Readonly<Record<string, string>>>> = {
  '2021': {
    ...common,
    ә: 'ä',
    ғ: 'ğ',
    и: 'i',
    й: 'i',
    ң: 'ñ',
    ө: 'ö',
    у: 'u',
    ұ: 'ū',
    ү: 'ü',
    ц: 's',
    ч: 'ş',
    ш: 'ş',
    щ: 'ş',
    ы: 'y',
    і: 'ı',
    ё: 'io',
    ю: 'iu',
    я: 'ia',
  },
  '2018': {
    ...common,
    ә: 'á',
    ғ: 'ǵ',
    и: 'ı',
    й: 'ı',
    ң: 'ń',
    ө: 'ó',
    у: 'ý',
    ұ: 'u',
    ү: 'ú',
    ц: 'ts',
    ч: 'ch',
    ш: 'sh',
    щ: 'sh',
    ы: 'y',
    і: 'i',
    ё: 'ıo',
    ю: 'ıý',
    я: 'ıa',
  },
  'common-turkic': {
    ...common,
    ә: 'ä',
    ғ: 'ğ',
    и: 'ï',
    й: 'ý',
    ң: 'ñ',
    ө: 'ö',
    у: 'w',
    ұ: 'u',
    ү: 'ü',
    х: 'x',
    ц: 'c',
    ч: 'ç',
    ш: 'ş',
    щ: 'şç',
    ъ: 'ʺ',
    ы: 'ı',
    ь: 'ʹ',
    і: 'i',
    э: 'é',
    ё: 'yo',
    ю: 'yw',
    я: 'ya',
  },
};

/** и or й before a letter that begins with one is written once: партия partia, қою qoiu. */
const doubledI = /и(?:й(?=$|[^аоуыіұү]))|[ий](?=[юяё])/gu;

/** Converts one lower-case Cyrillic Kazakh word without hyphens. Letters outside the alphabet stay. */
export function latinWord(word: string, alphabet: WrittenLatin): string {
  const table = tables[alphabet];
  const spoken =
    alphabet === 'common-turkic' ? word : word.replace(doubledI, (run) => (run === 'ий' ? 'и' : ''));
  let result = '';
  let previous = '';
  for (const letter of spoken) {
    const iotated = letter === 'е' && alphabet === 'common-turkic' && openVowel.test(previous);
    result += iotated ? 'ye' : (table[letter] ?? letter);
    previous = letter;
  }
  return result;
}

/** After these е is heard with й and written so in Common Turkic: аэропорт keeps é, иесі ïyesi. */
const openVowel = /[аәеёиоөұүыіэюяъь]/u;

/** Upper case with the dotted and the dotless i of these alphabets (i İ, ı I). */
export function latinUpper(text: string): string {
  return text.replace(/i/gu, 'İ').toUpperCase();
}
