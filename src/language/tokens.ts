/** What a token is written in; `digit` has no letters, `other` is a script that is neither of ours. */
export type TokenScript = 'cyrl' | 'latn' | 'arab' | 'digit' | 'other';

/** A word or number with its place in the text (UTF-16 offsets, `end` exclusive). */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly script: TokenScript;
  /** A hyphen compound comes as a whole and then as its parts (`аты-жөні`, `аты`, `жөні`). */
  readonly role: 'word' | 'whole' | 'part';
}

const piece = String.raw`(?:\p{L}[\p{L}\p{M}\p{N}]*(?:'[\p{L}\p{M}]+)*'?|\p{N}+(?:[.,:/]\p{N}+)*[\p{L}\p{M}]*)`;
const unit = new RegExp(`№|${piece}(?:[-/]${piece})*`, 'gu');
const part = new RegExp(piece, 'gu');

/**
 * Words and numbers of a normalised text (see `normalise`; offsets refer to the text given). Keeps `№`, codes
 * (`B10`), ranges and act numbers (`3-4`, `149/19-VIII`), dates and sums (`01.02.2024`, `1,5`), and
 * the apostrophe that is a letter in 2017 Latin (`qasi'eti`). A compound is given whole and in parts.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(unit)) {
    const whole = withoutClosingQuote(match[0], text, match.index);
    const parts = whole === '№' ? [] : [...whole.matchAll(part)];
    if (parts.length < 2) {
      tokens.push(token(whole, match.index, 'word'));
      continue;
    }
    tokens.push(token(whole, match.index, 'whole'));
    for (const each of parts) tokens.push(token(each[0], match.index + each.index, 'part'));
  }
  return tokens;
}

/** Cyrillic words between spaces and stops: no numbers, joined words or apostrophes, so words are rows of letters. */
const plain = /^[А-яЁёӘәІіҢңҒғҮүҰұҚқӨөҺһ ,.:;!?()«»"]*$/;
const plainWord = /[А-яЁёӘәІіҢңҒғҮүҰұҚқӨөҺһ]+/g;

/** The words only: compounds in parts, no `№`. */
export function wordsOf(text: string): string[] {
  // Most of our own texts, sixteen thousand at every start, and many questions.
  if (plain.test(text)) return text.match(plainWord) ?? [];
  return wordsOfAny(text);
}

/** As `wordsOf`, whatever the text is written in. */
export function wordsOfAny(text: string): string[] {
  return tokenise(text)
    .filter(({ role, script }) => role !== 'whole' && script !== 'other')
    .map(({ text: word }) => word);
}

/** Script of a word by most of its letters. */
export function scriptOfWord(word: string): TokenScript {
  return isBasicCyrillic(word) ? 'cyrl' : scriptByLetters(word);
}

/** Most words: letters of the Cyrillic block with digits and joining signs. Three regular expressions a word are slow. */
function isBasicCyrillic(word: string): boolean {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (code >= 0x400 && code <= 0x481) letters += 1;
    else if (code >= 0x48a && code <= 0x52f) letters += 1;
    else if (code < 0x2c || code > 0x3a) return false;
  }
  return letters > 0;
}

function scriptByLetters(word: string): TokenScript {
  const cyrillic = count(word, /\p{Script=Cyrillic}/gu);
  const latin = count(word, /\p{Script=Latin}/gu);
  const arabic = count(word, /\p{Script=Arabic}/gu);
  const most = Math.max(cyrillic, latin, arabic);
  if (most === 0) return /\p{N}/u.test(word) ? 'digit' : 'other';
  if (most === cyrillic) return 'cyrl';
  return most === latin ? 'latn' : 'arab';
}

function token(text: string, start: number, role: Token['role']): Token {
  return { text, start, end: start + text.length, script: scriptOfWord(text), role };
}

/** A final apostrophe is a letter in 2017 Latin (`is'`) unless it closes a quotation opened before the word. */
function withoutClosingQuote(word: string, text: string, start: number): string {
  if (!word.endsWith("'")) return word;
  const opened = text.lastIndexOf("'", start - 1);
  const quoted = opened >= 0 && start > 0 && !/\p{L}/u.test(text[opened - 1] ?? ' ');
  return quoted || !/\p{Script=Latin}/u.test(word) ? word.slice(0, -1) : word;
}

function count(word: string, pattern: RegExp): number {
  return word.match(pattern)?.length ?? 0;
}
