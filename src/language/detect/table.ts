import { ngramsOf } from './ngrams.ts';

/** Languages an n-gram table can tell apart; all but Kazakh and Russian are reported as unknown. */
export type Label = 'kk' | 'ru' | 'tr' | 'en' | 'ug' | 'fa' | 'ar';

/** Weights of letter n-grams for the languages of one script. Learnt by `src/commands/learn-langid.ts`. */
export interface NgramTable {
  readonly labels: readonly Label[];
  readonly weights: ReadonlyMap<string, readonly number[]>;
}

/**
 * Reads a table: comment lines (`#`, the origin of the counts), a header `ngram⇥label…`, then a row for each n-gram.
 * Weights are in thousandths of a logit.
 *
 * @throws Error with the line number when a row has not one weight a label.
 */
export function parseTable(text: string): NgramTable {
  let labels: readonly Label[] | undefined;
  const weights = new Map<string, readonly number[]>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const [first = '', ...rest] = line.split('\t');
    if (labels === undefined) {
      labels = rest as Label[];
      continue;
    }
    const row = rest.map((value) => Number(value) / 1000);
    if (row.length !== labels.length || row.some(Number.isNaN)) {
      throw new Error(`n-gram table, line ${index + 1}: expected ${labels.length} weights`);
    }
    weights.set(first, row);
  }
  return { labels: labels ?? [], weights };
}

/** Evidence of one lower-case word for each label, in logits; zeros where the table knows none of its n-grams. */
export function evidence(table: NgramTable, word: string): number[] {
  const sum = table.labels.map(() => 0);
  for (const ngram of ngramsOf(word)) {
    const row = table.weights.get(ngram);
    if (row === undefined) continue;
    for (const [label, weight] of row.entries()) sum[label] = (sum[label] ?? 0) + weight;
  }
  return sum;
}

/** Probabilities of logits. */
export function softmax(logits: readonly number[]): number[] {
  const top = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
