import MiniSearch from 'minisearch';
import type { Language } from '../../language/locale.ts';
import type { Analyser } from './analyser.ts';
import type { AnalysisPolicy } from './policy.ts';

/** A text to be found as a whole. */
export interface Passage {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** What the text was cut from, where it was: a chunk is also found by its neighbours, with less weight. */
  readonly context?: string;
  readonly language?: Language;
}

export interface PassageHit {
  readonly id: string;
  readonly score: number;
}

/** One MiniSearch index over passages of both languages, searched in any spelling. */
export interface PassageIndex {
  /** Best first, at most `limit`. Equal scores keep the order of indexing. */
  search(query: string, limit: number): PassageHit[];
}

/** Builds the index; the analyser's vocabulary must have seen the same passages, or be the analyser's own. */
export function createPassageIndex(
  passages: readonly Passage[],
  analyser: Analyser,
  policy: AnalysisPolicy,
): PassageIndex {
  const fields = ['title', 'text', 'context'] as const;
  const index = new MiniSearch<{ id: number } & Record<(typeof fields)[number], string[]>>({
    fields: [...fields],
    // Fields come as lists of keys; MiniSearch wants text, and keys have no line breaks in them.
    extractField: (document, field) => {
      const value = document[field as 'id' | 'text'];
      return Array.isArray(value) ? value.join('\n') : String(value);
    },
    tokenize: (keys) => keys.split('\n'),
    processTerm: (key) => (key === '' ? null : key),
  });
  index.addAll(
    passages.map(({ title, text, context = '', language }, id) => ({
      id,
      title: analyser.indexTerms(title, language),
      text: analyser.indexTerms(text, language),
      context: analyser.indexTerms(context, language),
    })),
  );
  const { bm25, fields: boost } = policy;
  return {
    search(query, limit) {
      const terms = analyser.queryTerms(query);
      const weights = new Map(terms.map(({ term, boost: weight }) => [term, weight]));
      return index
        .search(terms.map(({ term }) => term).join('\n'), {
          bm25,
          boost,
          boostTerm: (term) => weights.get(term) ?? 0,
        })
        .slice(0, limit)
        .map(({ id, score }) => ({ id: passages[id]?.id ?? '', score }));
    },
  };
}
