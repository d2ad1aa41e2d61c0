import { type LatinAlphabet, looseKey } from '../keys/index.ts';
import { kazakhArabic } from '../normalise/arabic.ts';
import { asciiDigits } from '../normalise/digits.ts';
import { lowerLatin, possibleAlphabets } from './alphabet.ts';
import { hamza } from './arabic-word.ts';
import { stripIsolates } from './bidi.ts';
import { type Exceptions, exceptionReader } from './exceptions.ts';
import { readArabic } from './from-arabic.ts';
import { readLatin } from './from-latin.ts';
import { bestWords, type Candidate } from './lattice.ts';
import { endCost, type LetterModel, wordCost } from './letter-model.ts';

/** What is known about a text that is to be read. */
export interface ToCyrillicOptions {
  /** Script of the text; by default the one more of its letters are in. */
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
  /** A word of the caller's vocabulary as such, and each place further down its list. */
  vocabulary: 3,
  vocabularyRank: 0.5,
  /** A vocabulary word the letters alone would not give (missing hamza, another loan spelling). */
  vocabularyOnly: 5,
  /** A word of our own lists as such: they hold some thousands. */
  known: 9,
  /** A known word or stem with letters after it, beside what those letters cost. */
  knownBeginning: 11,
} as const;

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

/** Letters of the shortest stem that says something about a longer word. */
const shortestStem = 3;

/** Words looked at to find a text's alphabet. */
const sampled = 40;
const arabicWords = /[\p{Script=Arabic}\p{M}]+/gu;
const keptInLatin = [
  String.raw`\{\{[^{}]*\}\}|(?:https?|tg|tel|mailto):\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[@/#]\w+`,
  String.raw`(?:[\p{L}\w-]+\.)+(?:pdf|docx?|xlsx?|jpe?g|png|zip|[a-z]{2,6}(?=/|\b(?![\p{L}])))(?:/\S*)?`,
  String.raw`(?<!\p{L})[IVX]{2,}(?!\p{L})`,
].join('|');
const latinWords = new RegExp(
  String.raw`(?<kept>${keptInLatin})|[\p{Script=Latin}\p{M}'\u2018\u2019\u02bc\u02b9\u02ba]+`,
  'gu',
);

/** Makes the reader of Arabic and Latin texts. */
export function cyrillicReader(parts: ReaderParts): (text: string, options?: ToCyrillicOptions) => string {
  const { model, words } = parts;
  const readException = exceptionReader(parts.exceptions);
  const arabicSeen = new Map<string, string>();

  /**
   * A word is made letter by letter or taken from a list, whichever is cheaper: what a list knows costs no more than
   * its place there. Adds what only the vocabulary knows; where it knows something, our own lists are silent.
   */
  function ranked(candidates: readonly Candidate[], key: string, options: ToCyrillicOptions): Candidate[] {
    const listed = options.vocabulary?.(key) ?? [];
    const places = new Map(
      listed.map((word, place) => [word, costs.vocabulary + place * costs.vocabularyRank]),
    );
    const result = candidates.map(({ text, cost }) => {
      const spelt = wordCost(model, text);
      return {
        text,
        cost: cost - spelt + Math.min(spelt, places.get(text) ?? (places.size > 0 ? spelt : knownCost(text))),
      };
    });
    for (const [text, place] of places) {
      if (!result.some((candidate) => candidate.text === text))
        result.push({ text, cost: place + costs.vocabularyOnly });
    }
    return result.sort((a, b) => a.cost - b.cost);
  }

  function knownCost(word: string): number {
    if (words.has(word)) return costs.known;
    let least = Number.POSITIVE_INFINITY;
    for (let length = word.length - 1; length >= shortestStem; length -= 1) {
      const stem = word.slice(0, length);
      if (words.has(stem)) least = Math.min(least, costs.knownBeginning + endCost(model, word, length));
    }
    return least;
  }

  function arabic(word: string, options: ToCyrillicOptions): string {
    const seen = options.vocabulary ? undefined : arabicSeen.get(word);
    if (seen !== undefined) return seen;
    const fixed = readException(word);
    const candidates = bestWords(readArabic(word), model).slice(0, 24);
    if (fixed) {
      const lattice = [[{ text: fixed.written, cost: -12 }], ...readArabic(fixed.rest)];
      candidates.push(...bestWords(lattice, model).slice(0, 8));
    }
    const checked = candidates.map(({ text, cost }) => ({
      text,
      cost: cost + misspelt(text, word),
    }));
    const best = ranked(checked, looseKey(word), options)[0]?.text ?? word;
    if (!options.vocabulary && arabicSeen.size < 10_000) arabicSeen.set(word, best);
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

  function latin(word: string, alphabet: LatinAlphabet, options: ToCyrillicOptions): Candidate {
    const lower = lowerLatin(word);
    const candidates = bestWords(readLatin(lower, alphabet), model, 20);
    const best = ranked(candidates, looseKey(lower, alphabet), options)[0];
    return best ?? { text: word, cost: 0 };
  }

  /** The alphabet in which the words are most probable. */
  function alphabetOf(words: readonly string[], options: ToCyrillicOptions): LatinAlphabet {
    const text = words.join(' ');
    const plain = !/[^a-zəı' ]/u.test(lowerLatin(text));
    let best: { alphabet: LatinAlphabet; cost: number } | undefined;
    for (const alphabet of possibleAlphabets(text)) {
      let cost: number = rarity[alphabet];
      if (alphabet === 'ascii' && !plain) cost += asciiWithSigns.text + asciiWithSigns.word * words.length;
      for (const word of words) cost += latin(word, alphabet, options).cost;
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
      kept === undefined ? cased(word, latin(word, alphabet, options).text) : word,
    );
  }

  function fromArabic(text: string, options: ToCyrillicOptions): string {
    const source = kazakhArabic(
      asciiDigits(stripIsolates(text).replace(presentationForm, (letter) => letter.normalize('NFKC'))),
    );
    return source
      .replace(spacedLetters, (row) =>
        row.replace(/[\s\u00a0.]+/gu, '').replace(/\p{L}/gu, abbreviationLetter),
      )
      .replace(arabicWords, (word) => arabic(word, options));
  }

  return (text, options = {}) => {
    const from = options.from ?? (count(text, /\p{Script=Arabic}/gu) > 0 ? 'arab' : 'latn');
    return from === 'arab' ? fromArabic(text, options) : fromLatin(text, options);
  };

  /** One letter of an abbreviation, in capitals; a hamza marks the front vowel after it. */
  function abbreviationLetter(letter: string): string {
    if (letter === 'ء') return '';
    return arabicLetters[letter] ?? (readArabic(letter)[0]?.[0]?.text ?? letter).toUpperCase();
  }
}

/** Shapes of letters that older fonts and PDFs give. */
const presentationForm = /[\ufb50-\ufdff\ufe70-\ufefc]/gu;

/** Abbreviations written letter by letter: ج س ن. Kazakh has no words of one Arabic letter. */
const spacedLetters =
  /(?<![\p{L}\p{M}])ء?\p{Script=Arabic}(?:[ \u00a0.]+ء?\p{Script=Arabic}(?![\p{L}\p{M}]))+/gu;

/** The commonest reading in abbreviations of letters that have several. */
const arabicLetters: Readonly<Record<string, string>> = {
  ي: 'И',
  ى: 'І',
  ۇ: 'Ұ',
  و: 'О',
  ا: 'А',
  ە: 'Е',
  ح: 'Х',
  ۋ: 'У',
};

function cased(source: string, word: string): string {
  const letters = source.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return word.toUpperCase();
  if (/^\p{Lu}/u.test(source)) return word.slice(0, 1).toUpperCase() + word.slice(1);
  return word;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
