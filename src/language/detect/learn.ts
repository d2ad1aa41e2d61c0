import { ngramsOf } from './ngrams.ts';
import { type Label, type NgramTable, softmax } from './table.ts';

/** Words of one language for learning: each line is a text, written in the script of the table. */
export interface LabelledLines {
  readonly label: Label;
  readonly lines: readonly (readonly string[])[];
}

/** How a table is learnt; the defaults were chosen on lines kept apart from learning. */
export interface LearnOptions {
  /** N-grams kept in the table. */
  readonly size: number;
  /** Rarer n-grams are not considered. */
  readonly minimumCount: number;
  readonly rounds: number;
  /** Spans drawn for each label and round. */
  readonly spans: number;
  readonly seed: number;
}

/**
 * Learns a table by logistic regression over n-grams of spans of one to four words, as many of each language:
 * first over all n-grams, then once more over those that carried the most weight. Deterministic for a seed.
 */
export function learnTable(sources: readonly LabelledLines[], options: LearnOptions): NgramTable {
  const labels = sources.map((source) => source.label);
  const counts = countNgrams(sources);
  const frequent = [...counts].filter(([, count]) => count >= options.minimumCount).map(([ngram]) => ngram);
  const first = descend(sources, frequent, options);
  const weight = (index: number): number => {
    const row = first[index] ?? [];
    const spread = Math.max(...row) - Math.min(...row);
    return spread * Math.sqrt(counts.get(frequent[index] ?? '') ?? 0);
  };
  const chosen = frequent
    .map((ngram, index) => ({ ngram, weight: weight(index) }))
    .sort((a, b) => b.weight - a.weight || (a.ngram < b.ngram ? -1 : 1))
    .slice(0, options.size)
    .map(({ ngram }) => ngram)
    .sort();
  const rows = descend(sources, chosen, options);
  return { labels, weights: new Map(chosen.map((ngram, index) => [ngram, rows[index] ?? []])) };
}

function countNgrams(sources: readonly LabelledLines[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { lines } of sources) {
    const total = lines.reduce((sum, line) => sum + line.length, 0);
    const share = 100_000 / Math.max(total, 1);
    for (const ngram of lines.flat().flatMap(ngramsOf)) counts.set(ngram, (counts.get(ngram) ?? 0) + share);
  }
  return counts;
}

/** Adagrad over random spans; returns a row of weights for each n-gram. */
function descend(
  sources: readonly LabelledLines[],
  ngrams: readonly string[],
  options: LearnOptions,
): number[][] {
  const index = new Map(ngrams.map((ngram, position) => [ngram, position]));
  const width = sources.length;
  const weights = new Float64Array(ngrams.length * width);
  const squares = new Float64Array(ngrams.length * width).fill(1e-3);
  const random = generator(options.seed);
  const known = new Map<string, readonly number[]>();
  const features = (word: string): readonly number[] => {
    let found = known.get(word);
    if (found === undefined) {
      found = ngramsOf(word).flatMap((ngram) => index.get(ngram) ?? []);
      known.set(word, found);
    }
    return found;
  };
  for (let draw = 0; draw < options.rounds * options.spans; draw += 1) {
    for (const [label, { lines }] of sources.entries()) {
      const line = lines[Math.floor(random() * lines.length)] ?? [];
      const size = 1 + Math.floor(random() * random() * 4);
      const start = Math.floor(random() * Math.max(1, line.length - size + 1));
      const active = line.slice(start, start + size).flatMap(features);
      const logits = sources.map((_, other) =>
        active.reduce((sum, at) => sum + (weights[at * width + other] ?? 0), 0),
      );
      const probabilities = softmax(logits);
      for (let other = 0; other < width; other += 1) {
        const gradient = (probabilities[other] ?? 0) - (other === label ? 1 : 0);
        for (const at of active) {
          const cell = at * width + other;
          const step = gradient + 1e-4 * (weights[cell] ?? 0);
          squares[cell] = (squares[cell] ?? 0) + step * step;
          weights[cell] = (weights[cell] ?? 0) - (0.1 * step) / Math.sqrt(squares[cell] ?? 1);
        }
      }
    }
  }
  return ngrams.map((_, row) => [...weights.subarray(row * width, (row + 1) * width)]);
}

/** A small seeded generator (mulberry32), so that the same texts give the same table. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
