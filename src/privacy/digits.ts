/** Digits of any script, and what people put between the digits of one number. */

/** Spaces of every width, hyphens and dashes, dots, brackets and invisible format characters. */
const between = '[\\p{Zs}\\t\\p{Cf}\\p{Pd}.()_]';

/** A run of digits written as one number, with up to three separators between two digits. */
export const digitRun = new RegExp(`\\p{Nd}(?:${between}{0,3}\\p{Nd})*`, 'gu');

/** The value of a decimal digit of any script: `٧`, `७` and `7` are 7. */
function digitValue(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  // Unicode keeps decimal digits in rows of ten in order; the row's zero is the first of ten in a row.
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return rowAligned(code) ?? String((code - zero) % 10);
}

/** Rows that stand back to back (mathematical digits) cannot be found by their edges. */
function rowAligned(code: number): string | undefined {
  if (code >= 0x30 && code <= 0x39) return String.fromCharCode(code);
  return code >= 0x1d7ce && code <= 0x1d7ff ? String((code - 0x1d7ce) % 10) : undefined;
}

/** One unbroken group of digits inside a run. */
export interface DigitGroup {
  /** As ASCII digits. */
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

/** Splits a run into its unbroken groups; positions are UTF-16 offsets into the text the run came from. */
export function groupsOf(run: string, offset: number): DigitGroup[] {
  return [...run.matchAll(/\p{Nd}+/gu)].map((match) => ({
    digits: [...match[0]].map(digitValue).join(''),
    start: offset + match.index,
    end: offset + match.index + match[0].length,
  }));
}
