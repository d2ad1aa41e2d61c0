/**
 * Text that runs left to right inside Arabic text is put into isolates, or the display order of
 * `18-85 №` or `10–15` turns round and a reader sees another number.
 */

const firstStrongIsolate = '\u2068';
const popIsolate = '\u2069';

/** Wraps a run; its direction is then its own matter. */
export function isolate(run: string): string {
  return `${firstStrongIsolate}${run}${popIsolate}`;
}

/** Takes isolates out, for comparing, copying and plain files. */
export function stripIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/gu, '');
}

const signs: ReadonlyMap<string, string> = new Map([
  [',', '،'],
  [';', '؛'],
  ['?', '؟'],
]);

/** Arabic forms of comma, semicolon and question mark, and «» for every kind of double quotes. */
export function arabicPunctuation(text: string): string {
  return text
    .replace(/[,;?]/gu, (sign) => signs.get(sign) ?? sign)
    .replace(/[„“”]/gu, (sign) => (sign === '„' ? '«' : '»'));
}

const arrows: Readonly<Record<string, string>> = {
  '→': '←',
  '←': '→',
  '▶': '◀',
  '◀': '▶',
  '➡': '⬅',
  '⬅': '➡',
};

/** Arrows point along the reading direction; unlike brackets, no display mirrors them. */
export function mirrorArrows(text: string): string {
  return text.replace(/[→←▶◀➡⬅]/gu, (arrow) => arrows[arrow] ?? arrow);
}
