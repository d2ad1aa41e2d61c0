import type { AnalysisPolicy } from './analysis/policy.ts';
import type { RankingPolicy } from './policy.ts';
import { createPostings } from './postings.ts';
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

/** One index (BM25 over typed keys, both languages) of wordings and answer texts. */
export function createRecall(
  wordings: readonly Wording[],
  bodies: readonly Body[],
  policy: Pick<RankingPolicy, 'terms' | 'recall'>,
  letters: AnalysisPolicy,
): (query: readonly Word[]) => Recalled {
  const postings = createPostings([
    ...keysOfTexts(wordings, (word) => termsOf(word, policy.terms, letters, true)),
    // Answer texts go without 4-grams, which are three quarters of the index and only help to find wordings despite
    // typing errors.
    ...keysOfTexts(bodies, (word) => termsOf(word, policy.terms, letters, false)),
  ]);
  const holders = Uint32Array.from(bodies, ({ candidate }) => candidate);
  const first = wordings.length;
  const ofWordings = new Uint32Array(wordings.length);
  const sorted = new Float64Array(wordings.length);

  return (query) => {
    const { documents, scores } = postings.match(weighed(query, policy.terms, letters));
    const strengths = new Map<number, number>();
    let best = 0;
    let size = 0;
    for (let at = 0; at < documents.length; at += 1) {
      const document = documents[at] ?? 0;
      const score = scores[at] ?? 0;
      if (document < first) {
        ofWordings[size] = at;
        sorted[size] = score;
        size += 1;
        continue;
      }
      const candidate = holders[document - first] ?? 0;
      best = Math.max(best, score);
      strengths.set(candidate, Math.max(strengths.get(candidate) ?? 0, score));
    }
    for (const [candidate, score] of strengths) strengths.set(candidate, score / best);
    const least = leastOf(sorted.subarray(0, size), policy.recall);
    const highest = [...ofWordings.subarray(0, size).filter((at) => (scores[at] ?? 0) >= least)]
      // Of equals the one met earlier.
      .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
      .slice(0, policy.recall);
    return { wordings: highest.flatMap((at) => wordings[documents[at] ?? -1] ?? []), bodies: strengths };
  };
}

/** What the last of the `most` highest scores. Sorting thousands of places to keep a hundred cost more than finding them. */
function leastOf(scores: Float64Array, most: number): number {
  return scores.sort()[Math.max(0, scores.length - most)] ?? 0;
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
