/**
 * Characters a reader never sees but a comparison does. Text pasted from PDFs, sites and
 * messengers is full of them, and each one used to turn a match into no match.
 */

/** Format characters (zero width, soft hyphen, bidi controls, tags), variation selectors, fillers. */
const invisible = /\p{Cf}|\p{Variation_Selector}|[\u115f\u1160\u3164\uffa0]|[\u17b4\u17b5]|\u034f/gu;

/** Control, private-use and non-characters: they stood for something that is lost, so a boundary stays. */
const lost = /[\p{Cc}\p{Co}\p{Cn}\ufffc\ufffd]/gu;

/** Hyphen at a line's end (also a soft one or PDF's ¬), the rest of the word on the next line. */
const brokenWord =
  /(?<=\p{L})[-\u00ad\u2010\u2011\u00ac][ \t]*(?:\r\n|[\n\r\u2028\u2029\u0085])[ \t]*(?=[\p{Ll}\p{Lo}])/gu;

/** Joins words that a PDF broke over two lines: `тұрғы-⏎нына` → `тұрғынына`. */
export function joinBrokenWords(text: string): string {
  return text.replace(brokenWord, '');
}

/** Takes out what cannot be seen; where a character is lost for good, a space stays as the boundary. */
export function removeInvisible(text: string): string {
  return text.replace(invisible, '').replace(lost, ' ');
}
