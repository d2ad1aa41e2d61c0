import MiniSearch from 'minisearch';
import type { Term } from './terms.ts';

/** A document that has at least one of the keys asked for, by its place among the documents. */
export interface KeyMatch {
  readonly document: number;
  readonly score: number;
}

/** Finds documents by ready-made keys, best first. */
export interface KeyIndex {
  /** @param keys each at most once */
  match(keys: readonly Term[]): readonly KeyMatch[];
  /** Whether a greater share of the documents has a key than is told. */
  common(key: string): boolean;
}

/**
 * A MiniSearch index over ready-made keys: BM25+ with its default weights, any key may match, the sum is multiplied by
 * the number of keys matched. Analysis is ours (MiniSearch knows no Kazakh), so it splits and keeps keys as they are.
 *
 * @param documents each a list of words, each word a list of keys without spaces
 * @param share above which a key is common, 0..1
 */
export function createKeyIndex(documents: readonly (readonly (readonly string[])[])[], share = 1): KeyIndex {
  const index = new MiniSearch<{ id: number; keys: string }>({
    fields: ['keys'],
    tokenize: (text) => text.split(' '),
    processTerm: (key) => key,
    // Nothing is ever taken out of it: new content makes a new index.
    autoVacuum: false,
  });
  const holders = new Map<string, number>();
  for (const [id, words] of documents.entries()) {
    const keys = words.flat();
    index.add({ id, keys: keys.join(' ') });
    for (const key of new Set(keys)) holders.set(key, (holders.get(key) ?? 0) + 1);
  }
  const common = new Set(
    [...holders].filter(([, count]) => count > share * documents.length).map(([key]) => key),
  );
  return {
    common: (key) => common.has(key),
    match(keys) {
      if (keys.length === 0) return [];
      const weights = new Map(keys.map(({ term, boost }) => [term, boost]));
      return index
        .search(keys.map(({ term }) => term).join(' '), { boostTerm: (term) => weights.get(term) ?? 0 })
        .map(({ id, score }) => ({ document: id as number, score }));
    },
  };
}
