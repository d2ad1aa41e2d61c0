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
}

/**
 * A MiniSearch index over ready-made keys: BM25+ with its default weights, any key may match, the sum is multiplied by
 * the number of keys matched. Analysis is ours (MiniSearch knows no Kazakh), so it splits and keeps keys as they are.
 *
 * @param documents each a list of keys without spaces
 * @param share keys that a greater share of the documents has (0..1) are asked for only when there are no others: they
 * bring every document, to no effect on which come first
 */
export function createKeyIndex(documents: readonly (readonly string[])[], share: number): KeyIndex {
  const index = new MiniSearch<{ id: number; keys: string }>({
    fields: ['keys'],
    tokenize: (text) => text.split(' '),
    processTerm: (key) => key,
    // Nothing is ever taken out of it: new content makes a new index.
    autoVacuum: false,
  });
  const holders = new Map<string, number>();
  for (const [id, keys] of documents.entries()) {
    index.add({ id, keys: keys.join(' ') });
    for (const key of new Set(keys)) holders.set(key, (holders.get(key) ?? 0) + 1);
  }
  const most = share * documents.length;
  const common = new Set([...holders].flatMap(([key, count]) => (count > most ? [key] : [])));
  return {
    match(keys) {
      const telling = keys.filter(({ term }) => !common.has(term));
      const asked = telling.length > 0 ? telling : keys;
      if (asked.length === 0) return [];
      const weights = new Map(asked.map(({ term, boost }) => [term, boost]));
      return index
        .search(asked.map(({ term }) => term).join(' '), { boostTerm: (term) => weights.get(term) ?? 0 })
        .map(({ id, score }) => ({ document: id as number, score }));
    },
  };
}
