import { marks } from './analysis/keys.ts';
import type { AnalysisPolicy } from './analysis/policy.ts';
import { createKeyIndex, type KeyIndex } from './key-index.ts';
import { keysOnce } from './keys-once.ts';
import type { AlikeWord, Lexicon } from './lexicon.ts';
import type { RankingPolicy } from './policy.ts';
import { type Term, termsOf } from './terms.ts';
import type { Word } from './words.ts';

/** What the index hands over to be compared word by word. */
export interface Recalled {
  /** Candidates by their wordings, nearest first. */
  readonly candidates: readonly number[];
  /** Candidates whose answer text has words of the question, the best at 1. */
  readonly bodies: ReadonlyMap<number, number>;
}

/** All words of a candidate: of its wordings, and of its answer. */
export interface Vocabulary {
  readonly wordings: readonly (readonly Word[])[];
  readonly body: readonly (readonly Word[])[];
}

/** A question's word, and the indexed words that are like it. */
export interface AskedWord {
  readonly word: Word;
  readonly alike: readonly AlikeWord[];
}

/**
 * One MiniSearch index (BM25 over typed keys, both languages), with two documents a candidate: its wordings, and its
 * answer. A document for each of 14,000 wordings took five times as long to build and to search, and found no more:
 * which wording is nearest is told word by word afterwards.
 */
export function createRecall(
  candidates: readonly Vocabulary[],
  lexicon: Lexicon,
  policy: Pick<RankingPolicy, 'terms' | 'recall' | 'common'>,
  letters: AnalysisPolicy,
): (query: readonly AskedWord[]) => Recalled {
  const index = indexOf(candidates, policy, letters);
  const count = candidates.length;
  return (query) => {
    const found: number[] = [];
    const bodies = new Map<number, number>();
    let best = 0;
    for (const { document, score } of index.match(weighed(query))) {
      if (document < count) {
        if (found.length < policy.recall) found.push(document);
        continue;
      }
      best = Math.max(best, score);
      bodies.set(document - count, score);
    }
    for (const [candidate, score] of bodies) bodies.set(candidate, score / best);
    return { candidates: found, bodies };
  };

  /** The question's keys, each once with its greatest weight; of a word nobody has, those of the words spelt like it. */
  function weighed(query: readonly AskedWord[]): Term[] {
    const heaviest = new Map<string, number>();
    const add = (key: string, boost: number) => heaviest.set(key, Math.max(heaviest.get(key) ?? 0, boost));
    for (const { word, alike } of query) {
      const { emphasis = 1 } = word;
      for (const { term, boost } of termsOf(word, policy.terms, letters)) add(term, boost * emphasis);
      if (word.unknown !== true) continue;
      for (const { number } of alike) {
        for (const stem of lexicon.words[number]?.stems ?? [])
          add(marks.stem + stem, policy.terms.misspelt * emphasis);
      }
    }
    return [...heaviest].map(([term, boost]) => ({ term, boost }));
  }
}

function indexOf(
  candidates: readonly Vocabulary[],
  policy: Pick<RankingPolicy, 'terms' | 'common'>,
  letters: AnalysisPolicy,
): KeyIndex {
  const keysOf = keysOnce((word) => termsOf(word, policy.terms, letters).map(({ term }) => term));
  const keysIn = (texts: readonly (readonly Word[])[]) => texts.flatMap((words) => words.flatMap(keysOf));
  return createKeyIndex(
    [...candidates.map(({ wordings }) => keysIn(wordings)), ...candidates.map(({ body }) => keysIn(body))],
    policy.common,
  );
}
