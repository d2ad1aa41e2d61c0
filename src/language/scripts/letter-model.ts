import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/**
 * How probable a row of letters is as a Cyrillic word of Kazakh texts: letter n-grams with Witten-Bell
 * interpolation. It decides what rules cannot (ұ or ү, и or й, с or ц) when a word comes from another script.
 */
export interface LetterModel {
  /** Natural logarithm of P(letter | the letters before it, most recent last). */
  score(before: string, letter: string): number;
}

/** Counts as stored: n-gram (with `^` and `$` as a word's edges) → how often, damped by word frequency. */
export interface LetterCounts {
  readonly order: number;
  readonly origin: string;
  readonly counts: Readonly<Record<string, number>>;
}

export const wordStart = '^';
export const wordEnd = '$';
const alphabetSize = 44;
const longestContext = 8;

/** An n-gram is one number: six bits a letter, the last letter lowest. */
const bitsOfLetter = 6;
const mostLetters = 2 ** bitsOfLetter - 1;
/** Numbers are sorted as 32 bits without a sign. */
const longestGram = Math.floor(32 / bitsOfLetter);

/**
 * Builds the model. Rows of numbers, searched by halving: as maps of strings the same counts were 9 MB of every process.
 * @throws when the counts have longer n-grams, or more letters, than the numbers hold
 */
export function letterModel({ order, counts }: LetterCounts): LetterModel {
  const letters = [...new Set(Object.keys(counts).join(''))];
  if (order > longestGram || letters.length > mostLetters)
    throw new Error(
      `letter model: at most ${mostLetters} letters and n-grams of ${longestGram} are supported`,
    );
  const codes = new Map(letters.map((letter, at) => [letter, at + 1]));
  const sorted = Object.entries(counts)
    .map(([gram, count]) => [packed(gram, codes), count] as const)
    .sort(([a], [b]) => a - b);
  const grams = Uint32Array.from(sorted, ([gram]) => gram);
  const times = Float64Array.from(sorted, ([, count]) => count);
  const contexts = contextsOf(grams, times);
  return {
    score(before, letter) {
      const code = codes.get(letter) ?? 0;
      let context = 0;
      let result = 1 / alphabetSize;
      // From no letter before it to the longest row of them: each is interpolated with the shorter one.
      for (let length = 0; ; length += 1) {
        const seen = find(contexts.keys, context);
        if (seen >= 0) {
          const gram = code === 0 ? -1 : find(grams, (context << bitsOfLetter) | code);
          const kinds = contexts.kinds[seen] ?? 0;
          result = ((times[gram] ?? 0) + kinds * result) / ((contexts.totals[seen] ?? 0) + kinds);
        }
        if (length >= order - 1 || length >= before.length) return Math.log(result);
        const earlier = codes.get(before[before.length - 1 - length] ?? '');
        if (earlier === undefined) return Math.log(result);
        context |= earlier << (bitsOfLetter * length);
      }
    },
  };
}

/** What n-grams have before their last letter: how often, and followed by how many kinds of letters. */
interface Contexts {
  readonly keys: Uint32Array;
  readonly totals: Float64Array;
  readonly kinds: Uint32Array;
}

/** N-grams of one context stand together, so one pass finds them. */
function contextsOf(grams: Uint32Array, times: Float64Array): Contexts {
  const keys: number[] = [];
  const totals: number[] = [];
  const kinds: number[] = [];
  grams.forEach((gram, at) => {
    const context = gram >>> bitsOfLetter;
    if (keys.at(-1) !== context) {
      keys.push(context);
      totals.push(0);
      kinds.push(0);
    }
    const last = keys.length - 1;
    totals[last] = (totals[last] ?? 0) + (times[at] ?? 0);
    kinds[last] = (kinds[last] ?? 0) + 1;
  });
  return { keys: Uint32Array.from(keys), totals: Float64Array.from(totals), kinds: Uint32Array.from(kinds) };
}

function packed(gram: string, codes: ReadonlyMap<string, number>): number {
  let number = 0;
  for (const letter of gram) number = (number << bitsOfLetter) | (codes.get(letter) ?? 0);
  return number >>> 0;
}

/** Place of a number in a sorted row, -1 when it is not there. */
function find(sorted: Uint32Array, number: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? 0) < number) from = middle + 1;
    else to = middle;
  }
  return sorted[from] === number ? from : -1;
}

/** What stands before a place in a word, as far back as any model looks. */
export function before(word: string, at: number): string {
  return at < longestContext ? wordStart + word.slice(0, at) : word.slice(at - longestContext, at);
}

/** Negative logarithm of the probability of a word's letters from a place on, with its end. */
export function endCost(model: LetterModel, word: string, from: number): number {
  let cost = 0;
  for (let at = from; at < word.length; at += 1) {
    cost -= model.score(before(word, at), word[at] ?? wordEnd);
  }
  return cost - model.score(before(word, word.length), wordEnd);
}

/** Negative logarithm of a whole word's probability. */
export function wordCost(model: LetterModel, word: string): number {
  return endCost(model, word, 0);
}

/** Counts n-grams of words; a word seen often counts by the logarithm, so that function words do not drown the rest. */
export function countLetters(
  words: ReadonlyMap<string, number>,
  { order, origin, rarest }: { order: number; origin: string; rarest: number },
): LetterCounts {
  const counts = new Map<string, number>();
  for (const [word, frequency] of words) {
    const weight = 1 + Math.log(frequency);
    const row = `${wordStart}${word}${wordEnd}`;
    for (let end = 2; end <= row.length; end += 1) {
      for (let length = 1; length <= Math.min(order, end); length += 1) {
        const gram = row.slice(end - length, end);
        counts.set(gram, (counts.get(gram) ?? 0) + weight);
      }
    }
  }
  const kept = [...counts].filter(([gram, count]) => gram.length <= 3 || count >= rarest);
  return {
    order,
    origin,
    counts: Object.fromEntries(kept.map(([gram, count]) => [gram, Math.round(count)])),
  };
}

/** Reads counts from a gzipped JSON file. */
export function readLetterCounts(file: string | URL): LetterCounts {
  return JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as LetterCounts;
}
