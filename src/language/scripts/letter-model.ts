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

/** Probabilities remembered: a word has a few dozen, and words repeat. Each is about 100 bytes. */
const mostKnown = 20_000;

/** Builds the model; about 50 ms for 100,000 n-grams. */
export function letterModel({ order, counts }: LetterCounts): LetterModel {
  const grams = new Map(Object.entries(counts));
  const contexts = new Map<string, { total: number; kinds: number }>();
  for (const [gram, count] of grams) {
    const context = contexts.get(gram.slice(0, -1));
    if (context) {
      context.total += count;
      context.kinds += 1;
    } else contexts.set(gram.slice(0, -1), { total: count, kinds: 1 });
  }
  const known = new Map<string, number>();

  function probability(context: string, letter: string): number {
    const key = context + letter;
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const shorter = context === '' ? 1 / alphabetSize : probability(context.slice(1), letter);
    const seen = contexts.get(context);
    const result = seen
      ? ((grams.get(key) ?? 0) + seen.kinds * shorter) / (seen.total + seen.kinds)
      : shorter;
    if (known.size < mostKnown) known.set(key, result);
    return result;
  }

  return { score: (before, letter) => Math.log(probability(before.slice(-(order - 1)), letter)) };
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
