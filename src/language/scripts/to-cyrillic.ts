import { type LatinAlphabet, looseKey } from '../keys/index.ts';
import { kazakhArabic } from '../normalise/arabic.ts';
import { asciiDigits } from '../normalise/digits.ts';
import { lowerLatin, possibleAlphabets } from './alphabet.ts';
import { joinAbbreviations } from './arabic-abbreviations.ts';
import { hamza } from './arabic-word.ts';
import { stripIsolates } from './bidi.ts';
import { type Exceptions, exceptionReader } from './exceptions.ts';
import { readArabic } from './from-arabic.ts';
import { readLatin } from './from-latin.ts';
import { bestWords, type Candidate } from './lattice.ts';
import type { LetterModel } from './letter-model.ts';
import { ranking } from './rank.ts';

/** What is known about a text that is to be read. */
export interface ToCyrillicOptions {
  /** Script of the text; by default Arabic if it has Arabic letters, else Latin. */
  readonly from?: 'arab' | 'latn';
  /** Latin alphabet where it is known; by default found from the text. */
  readonly alphabet?: LatinAlphabet;
  /** Cyrillic words known to have a loose key, most frequent first. */
  readonly vocabulary?: (looseKey: string) => readonly string[];
}

export interface ReaderParts {
  readonly exceptions: Exceptions;
  readonly model: LetterModel;
  /** The way back, to see whether a candidate would have been written like the word. */
  readonly write: (word: string) => string;
  /** Cyrillic words and stems known beforehand, lower case. */
  readonly words: ReadonlySet<string>;
}

/** Costs in natural logarithm units, set on development pairs. */
const costs = {
  /** A candidate that would be written otherwise in Arabic letters. */
  writtenOtherwise: 3,
  /** … and without the hamza that stands there: many leave it out, nobody adds it. */
  needlessHamza: 7,
  /** A beginning the exceptions give. */
  exception: -12,
} as const;

/** Partial words kept at a time. */
const widths = { arabic: 24, latin: 20, guess: 6 } as const;

/** Arabic words whose reading is kept in memory. */
const remembered = 10_000;

/** Alphabets are met unequally often, and the ASCII lattice fits everything a little. */
const rarity: Readonly<Record<LatinAlphabet, number>> = {
  '2021': 0,
  '2018': 0.1,
  'common-turkic': 0.6,
  '2017': 0.5,
  bgn: 3,
  ascii: 5,
};

/** With letters of its own a text is in an alphabet; typing half in ASCII is rarer. */
const asciiWithSigns = { text: 4, word: 0.7 };

/** Words looked at to find a text's alphabet. */
const sampled = 16;
const arabicWords = /[\p{Script=Arabic}\p{M}]+/gu;
const keptInLatin = [
  String.raw`\{\{[^{}]*\}\}|(?:https?|tg|tel|mailto):\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|[@/#]\w+`,
  String.raw`(?<![\p{L}\w.-])(?:[\p{L}\w-]{1,80}\.){1,8}(?:pdf|docx?|xlsx?|jpe?g|png|zip|[a-z]{2,6}(?=/|\b(?![\p{L}])))(?:/\S*)?`,
  String.raw`(?<!\p{L})[IVX]{2,}(?!\p{L})`,
].join('|');
const latinWords = new RegExp(
  String.raw`(?<kept>${keptInLatin})|[\p{Script=Latin}\p{M}'\u2018\u2019\u02bc\u02b9\u02ba]+`,
  'gu',
);

/** Makes the reader of Arabic and Latin texts. */
export function cyrillicReader(parts: ReaderParts): (text: string, options?: ToCyrillicOptions) => string {
  const { model } = parts;
  const ranked = ranking(model, parts.words);
  const readException = exceptionReader(parts.exceptions);
  const seenArabic = new Map<string, string>();

  function arabic(word: string, { vocabulary }: ToCyrillicOptions): string {
    const seen = vocabulary ? undefined : seenArabic.get(word);
    if (seen !== undefined) return seen;
    const candidates = bestWords(readArabic(word), model, widths.arabic);
    const fixed = readException(word);
    if (fixed) {
      const beginning = [{ text: fixed.written, cost: costs.exception }];
      candidates.push(...bestWords([beginning, ...readArabic(fixed.rest)], model, widths.guess));
    }
    const checked = candidates.map(({ text, cost }) => ({ text, cost: cost + misspelt(text, word) }));
    const best = ranked(checked, vocabulary?.(looseKey(word)) ?? [])[0]?.text ?? word;
    if (!vocabulary && seenArabic.size < remembered) seenArabic.set(word, best);
    return best;
  }

  /** What it costs to believe that a candidate was written as this word. */
  function misspelt(candidate: string, word: string): number {
    const written = parts.write(candidate);
    if (written === word) return 0;
    return word.startsWith(hamza) && !written.startsWith(hamza)
      ? costs.needlessHamza
      : costs.writtenOtherwise;
  }

  function latin(
    word: string,
    alphabet: LatinAlphabet,
    options: ToCyrillicOptions,
    width: number,
  ): Candidate {
    const lower = lowerLatin(word);
    const candidates = bestWords(readLatin(lower, alphabet), model, width);
    const listed = options.vocabulary?.(looseKey(lower, alphabet)) ?? [];
    return ranked(candidates, listed)[0] ?? { text: word, cost: 0 };
  }

  /** The alphabet in which the words are most probable. */
  function alphabetOf(words: readonly string[], options: ToCyrillicOptions): LatinAlphabet {
    const text = words.join(' ');
    const plain = !/[^a-zəı' ]/u.test(lowerLatin(text));
    let best: { alphabet: LatinAlphabet; cost: number } | undefined;
    for (const alphabet of possibleAlphabets(text)) {
      let cost: number = rarity[alphabet];
      if (alphabet === 'ascii' && !plain) cost += asciiWithSigns.text + asciiWithSigns.word * words.length;
      for (const word of words) cost += latin(word, alphabet, options, widths.guess).cost;
      if (!best || cost < best.cost) best = { alphabet, cost };
    }
    return best?.alphabet ?? 'ascii';
  }

  function fromLatin(text: string, options: ToCyrillicOptions): string {
    const source = text.normalize('NFC');
    const words = [...source.matchAll(latinWords)]
      .filter(({ groups }) => groups?.kept === undefined)
      .map(([word]) => word);
    const alphabet = options.alphabet ?? alphabetOf(words.slice(0, sampled), options);
    return source.replace(latinWords, (word, kept: string | undefined) =>
      kept === undefined ? cased(word, latin(word, alphabet, options, widths.latin).text) : word,
    );
  }

  function fromArabic(text: string, options: ToCyrillicOptions): string {
    const shaped = stripIsolates(text).replace(presentationForm, (letter) => letter.normalize('NFKC'));
    return joinAbbreviations(kazakhArabic(asciiDigits(shaped))).replace(arabicWords, (word) =>
      arabic(word, options),
    );
  }

  return (text, options = {}) => {
    const from = options.from ?? (/\p{Script=Arabic}/u.test(text) ? 'arab' : 'latn');
    return from === 'arab' ? fromArabic(text, options) : fromLatin(text, options);
  };
}

/** Shapes of letters that older fonts and PDFs give. */
const presentationForm = /[\ufb50-\ufdff\ufe70-\ufefc]/gu;

/** Gives a word the capitals of its source. */
function cased(source: string, word: string): string {
  const letters = source.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return word.toUpperCase();
  if (/^\p{Lu}/u.test(source)) return word.slice(0, 1).toUpperCase() + word.slice(1);
  return word;
}
