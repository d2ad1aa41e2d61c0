import MiniSearch from 'minisearch';
import { detectBest } from '../../language/detect/index.ts';
import type { Language } from '../../language/locale.ts';
import type { Analyser, QueryWord } from './analyser.ts';
import { firstKey, marks } from './keys.ts';
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
  const known = new Map<string, string[]>();
  const termsOf = (text: string, language: Language): string[] => {
    // Chunks of one passage share its text as their context.
    const id = `${language} ${text}`;
    const terms = known.get(id) ?? analyser.indexTerms(text, language);
    known.set(id, terms);
    return terms;
  };
  index.addAll(
    passages.map(({ title, text, context = '', language }, id) => {
      // A title alone is often one name: its language is that of the text under it.
      const own = language ?? detectBest(`${title} ${context || text}`).language;
      return { id, title: termsOf(title, own), text: termsOf(text, own), context: termsOf(context, own) };
    }),
  );
  const { bm25, fields: boost } = policy;
  return {
    search(query, limit) {
      const terms = analyser.queryTerms(query);
      const weights = new Map(terms.map(({ term, boost: weight }) => [term, weight]));
      const covered = coverageOf(analyser.queryWords(query), analyser, policy);
      return (
        index
          .search(terms.map(({ term }) => term).join('\n'), {
            bm25,
            boost,
            boostTerm: (term) => weights.get(term) ?? 0,
          })
          // MiniSearch multiplies by the number of keys matched, which counts a long word's n-grams as many words.
          .map(({ id, score, queryTerms }) => ({
            id,
            score: score / Math.max(queryTerms.length, 1),
            queryTerms,
          }))
          .sort((a, b) => b.score - a.score || a.id - b.id)
          .slice(0, Math.max(reranked, limit))
          .map(({ id, score, queryTerms }) => ({ id, score: score * covered(queryTerms) }))
          .sort((a, b) => b.score - a.score || a.id - b.id)
          .slice(0, limit)
          .map(({ id, score }) => ({ id: passages[id]?.id ?? '', score }))
      );
    },
  };
}

/** Passages whose coverage is looked at; beyond them no factor within bounds brings one into a top ten. */
const reranked = 60;

/** Factor of a passage by the share of the question's words, weighted by rarity, that its keys cover. */
function coverageOf(
  words: readonly QueryWord[],
  analyser: Analyser,
  policy: AnalysisPolicy,
): (matched: readonly string[]) => number {
  const { power, floor, first } = policy.coverage;
  const parts = words.map(({ loose, stems }) => {
    const keys = [...stems.keys()].map((key) => marks.stem + key);
    return {
      keys,
      first: firstKey(loose, policy),
      weight: Math.max(0.1, Math.min(...keys.map(analyser.rarity))),
    };
  });
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return (matched) => {
    const found = new Set(matched);
    let share = 0;
    for (const part of parts) {
      if (part.keys.some((key) => found.has(key))) share += part.weight;
      else if (found.has(part.first)) share += part.weight * first;
    }
    return total === 0 ? 1 : (floor + ((1 - floor) * share) / total) ** power;
  };
}
