import type { Direction } from '../../language/locale.ts';

/** A piece of a line that runs one way. */
export interface Run {
  readonly text: string;
  readonly dir: Direction;
}

/** From a left-to-right letter to the last letter or digit before an Arabic one; a bracket opened in it is closed in it. */
const leftToRight =
  /[\p{L}--\p{Script=Arabic}](?:[^\p{Script=Arabic}]*[[\p{L}\p{Nd}]--\p{Script=Arabic}])?[°%]?/v;
/** A number with its sign, separators and unit: `№ 18-85`, `3,5`, `10–15`, `30.11.2026`. */
const number = /(?:№\s?)?[+−\-]?\p{Nd}+(?:[.,:\/–\-]\p{Nd}+)*%?/v;
const ltrRun = new RegExp(`${leftToRight.source}|${number.source}`, 'gv');
const rtlRun = /\p{Script=Arabic}(?:[^\p{L}\p{Nd}]*\p{Script=Arabic})*/gv;

const isolate = /[\u2066-\u2068]([^\u2066-\u2069]*)\u2069/gu;
const brackets: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '«': '»',
  '»': '«',
  '<': '>',
  '>': '<',
};

/**
 * A text as runs in reading order. Two levels of the bidirectional algorithm (UAX #9), which is all that official
 * prose needs: words, numbers and addresses of one direction within a text of the other. PDF knows no direction, so
 * whoever draws must place the runs. Brackets of right-to-left runs come mirrored.
 */
export function runsOf(text: string, base: Direction): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const match of text.matchAll(isolate)) {
    runs.push(...plainRuns(text.slice(at, match.index), base));
    const inner = match[1] ?? '';
    const strong = /\p{L}/u.exec(inner)?.[0] ?? '';
    runs.push(run(inner, /\p{Script=Arabic}/u.test(strong) ? 'rtl' : 'ltr'));
    at = match.index + match[0].length;
  }
  runs.push(...plainRuns(text.slice(at), base));
  return joined(runs.filter((piece) => piece.text !== ''));
}

function plainRuns(text: string, base: Direction): Run[] {
  const clean = text.replace(/[\u200e\u200f\u2066-\u2069]/gu, '');
  const other: Direction = base === 'rtl' ? 'ltr' : 'rtl';
  const runs: Run[] = [];
  let at = 0;
  for (const match of clean.matchAll(base === 'rtl' ? ltrRun : rtlRun)) {
    runs.push(run(clean.slice(at, match.index), base));
    const closed = withBracket(match[0], clean.slice(match.index + match[0].length));
    runs.push(run(closed, other));
    at = match.index + closed.length;
  }
  runs.push(run(clean.slice(at), base));
  return runs;
}

/** «eGov.kz (портал» followed by «)» belongs together. */
function withBracket(text: string, after: string): string {
  const count = (sign: string) => text.split(sign).length;
  if (count('(') > count(')') && after.startsWith(')')) return `${text})`;
  return count('«') > count('»') && after.startsWith('»') ? `${text}»` : text;
}

function run(text: string, dir: Direction): Run {
  if (dir === 'ltr') return { text, dir };
  return { text: text.replace(/[()[\]«»<>]/gu, (sign) => brackets[sign] ?? sign), dir };
}

/** Neighbours of one direction are one run. */
function joined(runs: readonly Run[]): Run[] {
  const made: Run[] = [];
  for (const piece of runs) {
    const last = made.at(-1);
    if (last?.dir === piece.dir) made[made.length - 1] = { ...piece, text: last.text + piece.text };
    else made.push(piece);
  }
  return made;
}
