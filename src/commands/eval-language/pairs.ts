import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LatinAlphabet, looseKey } from '../../language/keys/index.ts';
import { guessLatinAlphabet, toArabic, toCyrillic, toLatin } from '../../language/scripts/index.ts';
import { readForms } from './forms.ts';

/** One measure of the converters and keys; `exact` is the share of words that come out exactly. */
export interface PairsRow {
  readonly measure: string;
  readonly words: number;
  readonly exact: number;
  /** What the project wants at least; absent where there is no target. */
  readonly target?: number;
}

interface Pair {
  readonly cyrillic: string;
  readonly latin: string;
  readonly variant: string;
  readonly arabic: string;
  readonly source: string;
}

/** Alphabets of the `variant` column. */
const alphabets: Readonly<Record<string, LatinAlphabet>> = {
  '2021-04': '2021',
  '2021-01': '2021',
  '2018-acute': '2018',
  'mw-kk-latn': 'common-turkic',
  bgn: 'bgn',
};
const kazakhLetter = /[әғқңөұүһі]/u;

/**
 * Measures converters and loose keys on `pairs_kk.tsv` and round trips on the forms of `kk_forms.tsv` of a folder.
 * Words only, lower case; no vocabulary is given to the converters beyond their own.
 */
export function evaluatePairs(folder: string): { title: string; rows: PairsRow[] } {
  const pairs = readPairs(folder);
  const arabic = pairs.filter(({ arabic, source }) => arabic !== '' && source.startsWith('cldr'));
  const kazakh = arabic.filter(({ cyrillic }) => kazakhLetter.test(cyrillic));
  const rows: PairsRow[] = [];
  const add = <Item>(
    measure: string,
    items: readonly Item[],
    right: (item: Item) => boolean,
    target?: number,
  ): void => {
    if (items.length === 0) return;
    const exact = items.filter(right).length / items.length;
    rows.push({ measure, words: items.length, exact, ...(target === undefined ? {} : { target }) });
  };

  for (const [name, items, targets] of [
    ['CLDR words', arabic, [0.93, 0.8, 0.95]],
    ['CLDR words with a Kazakh letter', kazakh, [0.985, 0.96, 0.985]],
  ] as const) {
    add(`Cyrillic → Arabic, ${name}`, items, (pair) => toArabic(pair.cyrillic) === pair.arabic, targets[0]);
    add(`Arabic → Cyrillic, ${name}`, items, (pair) => toCyrillic(pair.arabic) === pair.cyrillic, targets[1]);
    add(
      `loose key equal, ${name}`,
      items,
      (pair) => looseKey(pair.cyrillic) === looseKey(pair.arabic),
      targets[2],
    );
  }

  for (const [alphabet, target] of [['2021', 0.97], ['2018', 0.985], ['common-turkic'], ['bgn']] as const) {
    const items = pairs.filter(({ latin, variant }) => latin !== '' && alphabets[variant] === alphabet);
    const read = (options: { alphabet?: LatinAlphabet }) => (pair: Pair) =>
      toCyrillic(pair.latin, { from: 'latn', ...options }) === pair.cyrillic;
    add(`Latin ${alphabet} → Cyrillic`, items, read({ alphabet }), target);
    add(`Latin ${alphabet} → Cyrillic, each word alone, alphabet not told`, items, read({}), target);
    add(
      `loose key equal, Latin ${alphabet}`,
      items,
      (pair) => looseKey(pair.cyrillic) === looseKey(pair.latin),
    );
    if (items.length > 0)
      add(
        `alphabet of all words together: ${alphabet}`,
        [items],
        (all) => guessLatinAlphabet(all.map(({ latin }) => latin).join(' ')) === alphabet,
      );
  }
  add(
    'Cyrillic → Latin 2021',
    pairs.filter(({ variant }) => variant === '2021-04'),
    (pair) => toLatin(pair.cyrillic) === pair.latin,
  );

  const words = [...new Set([...readForms(folder, 'kk').values()].flat().map(({ form }) => form))];
  const plain = words.filter((word) => /^[а-яёәғқңөұүһі]+$/u.test(word));
  add('round trip through Arabic', plain, (word) => toCyrillic(toArabic(word)) === word, 0.95);
  for (const [alphabet, target] of [
    ['2021', 0.97],
    ['2018', 0.985],
    ['common-turkic', 0.998],
  ] as const)
    add(
      `round trip through Latin ${alphabet}`,
      plain,
      (word) => toCyrillic(toLatin(word, alphabet), { from: 'latn', alphabet }) === word,
      target,
    );
  add('loose key kept through Arabic', plain, (word) => looseKey(toArabic(word)) === looseKey(word));
  return { title: 'Scripts of Kazakh (share of words exact)', rows };
}

function readPairs(folder: string): Pair[] {
  return readFileSync(join(folder, 'pairs_kk.tsv'), 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .filter(([cyrillic, , , , , kind]) => cyrillic !== undefined && cyrillic !== '' && kind === 'word')
    .map(([cyrillic = '', latin = '', variant = '', arabic = '', source = '']) => ({
      cyrillic: cyrillic.toLowerCase(),
      latin: latin.toLowerCase(),
      variant,
      arabic,
      source,
    }));
}
