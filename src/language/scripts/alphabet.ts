import type { LatinAlphabet } from '../keys/latin.ts';

export type { LatinAlphabet } from '../keys/latin.ts';

/** Letters an alphabet has beside a-z, and the letters of a-z it has not. */
const inventories: Readonly<Record<LatinAlphabet, { readonly extra: string; readonly without: string }>> = {
  '2021': { extra: 'äğıñŋöşūü', without: 'wx' },
  '2018': { extra: 'áǵıńóúý', without: 'wx' },
  'common-turkic': { extra: 'äçéğıïñöşüýáʺʹ', without: '' },
  bgn: { extra: 'äėīĭöūüʺʹ\u0306\u0307·', without: 'jwxc' },
  '2017': { extra: "'", without: 'wxc' },
  ascii: { extra: "'əı", without: '' },
};

/** The order in which alphabets are met; the first of equals is taken. */
const order: readonly LatinAlphabet[] = ['2021', '2018', 'common-turkic', 'bgn', '2017', 'ascii'];

/** Lower case as these alphabets have it: I is ı where the text has ı or other letters of its own, else i. */
export function lowerLatin(text: string): string {
  const own = /[ıİäáöóüúūğǵñńŋşçýï]/iu.test(text.replace(/I/gu, ''));
  const dotted = text.normalize('NFC').replace(/İ/gu, 'i');
  return (own ? dotted.replace(/I/gu, 'ı') : dotted)
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc\u02bb`\u00b4]/gu, "'");
}

/** The alphabets that have all letters of a text; never empty, ASCII is always possible. */
export function possibleAlphabets(text: string): LatinAlphabet[] {
  const source = lowerLatin(text);
  const used = new Set(source.match(/[\p{Script=Latin}\p{M}'ʹʺ·]/gu));
  const apostrophes = /[aginouysc]'/u.test(source);
  return order.filter((alphabet) => {
    if (alphabet === 'ascii') return true;
    if (alphabet === '2017' && !apostrophes) return false;
    const { extra, without } = inventories[alphabet];
    return [...used].every((letter) =>
      /[a-z]/u.test(letter) ? !hasBare(source, letter, without) : extra.includes(letter),
    );
  });
}

/** Whether a letter the alphabet lacks stands there; c is allowed inside ch. */
function hasBare(source: string, letter: string, without: string): boolean {
  if (!without.includes(letter)) return false;
  return letter === 'c' ? /c(?!h)/u.test(source) : true;
}

/** Addresses and file names say nothing about the alphabet. */
const address = /[./@]\p{L}/u;

/** Characters looked at. */
const enough = 2000;

const apostropheLetter = /[aginouysc]'(?=\p{L})|(?<=\p{L}\p{L})[scynug]'(?!\p{L})/gu;

/** Turkish sets a suffix off a name: Kazakistan'dan, Ankara'ya. */
const turkishSuffix = /(?<=\p{L}{3}[aginouysc])'(?:[dt][aeä]n?|n?[ıiuü]n|[yn]?[aeıi])(?!\p{L})/gu;

/**
 * The Latin alphabet a Kazakh text is written in, by the letters only one of them has. With none of them `ascii`:
 * a text of plain letters could be any. Better on a sentence than on a word.
 */
export function guessLatinAlphabet(text: string): LatinAlphabet {
  const words = text.slice(0, enough).split(/\s+/u);
  const source = lowerLatin(words.filter((word) => !address.test(word)).join(' '));
  const count = (pattern: RegExp): number => source.match(pattern)?.length ?? 0;
  const vowelY = count(/(?<![aäeoöuüiıï])y(?![aeouw])/gu);
  const turkic = count(/[äöüğşñ]/gu);
  const signs: Readonly<Record<LatinAlphabet, number>> = {
    '2021':
      turkic > 0
        ? turkic + 2 * count(/ū|ŋ/gu) + vowelY + count(/[iı](?=a|u)|(?<=[aeo])i/gu)
        : count(/ū/gu) + count(/ı/gu) * 0.5,
    '2018':
      count(/[áóúńǵ]/gu) * 3 + count(/ý/gu) + (count(/[áóúńǵýı]/gu) > 0 ? count(/[sc]h/gu) + vowelY : 0),
    'common-turkic':
      vowelY > 0 ? 0 : turkic + 2 * count(/[ïwxçé]|(?<=[aäeoöïuü])ý/gu) + count(/ı/gu) + count(/ý/gu),
    bgn:
      3 * count(/[īė]|\u0306/gu) +
      (count(/ş|ğ|ñ|ı|j/gu) === 0 ? 2 * count(/[zsckg]h|ng/gu) * Math.min(1, turkic + count(/ū/gu)) : 0),
    '2017': 4 * (count(apostropheLetter) - count(turkishSuffix)),
    ascii: 0.4,
  };
  let best: LatinAlphabet = 'ascii';
  for (const alphabet of possibleAlphabets(source)) if (signs[alphabet] > signs[best]) best = alphabet;
  return best;
}
