import type { Direction } from '../../language/locale.ts';

const ltrMark = '\u200e';
const rtlMark = '\u200f';

const strongRtl = /[\p{Script=Arabic}\p{Script=Hebrew}\u200f]/u;
const firstStrong = /[\p{L}\u200e\u200f]/u;
/** Isolated runs do not decide a line's direction (UAX #9, rule P2). */
const isolated = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/gu;

/**
 * Keeps every line in its message's direction. Telegram has no direction attribute: clients lay out each line by
 * its first strong letter, so a line of an Arabic-script answer that begins with «egov.kz» jumped to the left.
 */
export function directed(text: string, dir: Direction): string {
  return text
    .split('\n')
    .map((line) => directionMark(line, dir) + line)
    .join('\n');
}

/** The mark a line needs in front to be laid out in `dir`; empty when its first letter does it. */
export function directionMark(line: string, dir: Direction): string {
  const first = firstStrong.exec(line.replace(isolated, ''))?.[0];
  if (first === undefined) return '';
  const own: Direction = strongRtl.test(first) ? 'rtl' : 'ltr';
  if (own === dir) return '';
  return dir === 'rtl' ? rtlMark : ltrMark;
}
