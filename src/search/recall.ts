import type { AnalysisPolicy } from './analysis/policy.ts';
import { createKeyIndex } from './key-index.ts';
import type { RankingPolicy } from './policy.ts';
import { type Term, termsOf } from './terms.ts';
import type { Wording } from './wordings.ts';
import type { Word } from './words.ts';

/** What the index hands over to be compared word by word. */
export interface Recalled {
  /** Nearest first. */
  readonly wordings: readonly Wording[];
  /** Candidates whose answer text has words of the question, the best at 1. */
  readonly bodies: ReadonlyMap<number, number>;
}

/** An answer text of a candidate. */
export interface Body {
  readonly candidate: number;
  readonly words: readonly Word[];
}

/** One MiniSearch index (BM25 over typed keys, both languages) of wordings and answer texts. */
export function createRecall(
  wordings: readonly Wording[],
  bodies: readonly Body[],
  policy: Pick<RankingPolicy, 'terms' | 'recall'>,
  letters: AnalysisPolicy,
): (query: readonly Word[]) => Recalled {
  const index = createKeyIndex([
    ...keysOfTexts(wordings, (word) => termsOf(word, policy.terms, letters, true)),
    // Answer texts go without 4-grams, which are three quarters of the index and only help to find wordings despite
    // typing errors.
    ...keysOfTexts(bodies, (word) => termsOf(word, policy.terms, letters, false)),
  ]);
  const first = wordings.length;

  return (query) => {
    const found: Wording[] = [];
    const strengths = new Map<number, number>();
    let best = 0;
    for (const { document, score } of index.match(weighed(query, policy.terms, letters))) {
      const body = bodies[document - first];
      if (body === undefined) {
        const wording = wordings[document];
        if (wording !== undefined && found.length < policy.recall) found.push(wording);
        continue;
      }
      best = Math.max(best, score);
      strengths.set(body.candidate, Math.max(strengths.get(body.candidate) ?? 0, score));
    }
    for (const [candidate, score] of strengths) strengths.set(candidate, score / best);
    return { wordings: found, bodies: strengths };
  };
}

/** Keys of the words of texts. Words repeat thousands of times: their keys are made once. */
function keysOfTexts(
  texts: readonly { readonly words: readonly Word[] }[],
  terms: (word: Word) => readonly Term[],
): (readonly string[])[][] {
  const known = new Map<Word, readonly string[]>();
  return texts.map(({ words }) =>
    words.map((word) => {
      const before = known.get(word);
      if (before !== undefined) return before;
      const keys = terms(word).map(({ term }) => term);
      known.set(word, keys);
      return keys;
    }),
  );
}

/** The question's keys, each once with its greatest weight. */
function weighed(query: readonly Word[], boosts: RankingPolicy['terms'], letters: AnalysisPolicy): Term[] {
  const heaviest = new Map<string, number>();
  for (const word of query) {
    for (const { term, boost } of termsOf(word, boosts, letters, word.unknown === true))
      heaviest.set(term, Math.max(heaviest.get(term) ?? 0, boost * (word.emphasis ?? 1)));
  }
  return [...heaviest].map(([term, boost]) => ({ term, boost }));
}
