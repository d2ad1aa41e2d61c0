import { marks } from './analysis/keys.ts';
import type { AnalysisPolicy } from './analysis/policy.ts';
import { createKeyIndex } from './key-index.ts';
import type { RankingPolicy } from './policy.ts';
import { createSpelling } from './spelling.ts';
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
  policy: Pick<RankingPolicy, 'terms' | 'recall' | 'spellings' | 'common'>,
  letters: AnalysisPolicy,
): (query: readonly Word[]) => Recalled {
  const index = createKeyIndex(
    keysOfTexts([...wordings, ...bodies], (word) => termsOf(word, policy.terms, letters)),
    policy.common,
  );
  const first = wordings.length;
  const spelling = createSpelling(
    wordings.flatMap(({ words }) => words),
    letters,
    policy.spellings,
  );

  return (query) => {
    const found: Wording[] = [];
    const strengths = new Map<number, number>();
    let best = 0;
    for (const { document, score } of index.match(weighed(query))) {
      if (document < first) {
        const wording = wordings[document];
        if (wording !== undefined && found.length < policy.recall) found.push(wording);
        continue;
      }
      const body = bodies[document - first];
      if (body === undefined) continue;
      best = Math.max(best, score);
      strengths.set(body.candidate, Math.max(strengths.get(body.candidate) ?? 0, score));
    }
    for (const [candidate, score] of strengths) strengths.set(candidate, score / best);
    return { wordings: found, bodies: strengths };
  };

  /**
   * The question's keys, each once with its greatest weight; of a word nobody has, those of the words spelt like it. Keys
   * that a good part of all texts has would bring them all, to no effect on which come first.
   */
  function weighed(query: readonly Word[]): Term[] {
    const heaviest = new Map<string, number>();
    const add = (key: string, boost: number) => heaviest.set(key, Math.max(heaviest.get(key) ?? 0, boost));
    for (const word of query) {
      const { emphasis = 1 } = word;
      for (const { term, boost } of termsOf(word, policy.terms, letters)) add(term, boost * emphasis);
      if (word.unknown !== true) continue;
      for (const { word: meant, likeness } of spelling(word))
        for (const stem of meant.stems) add(marks.stem + stem, policy.terms.gram * likeness * emphasis);
    }
    const terms = [...heaviest].map(([term, boost]) => ({ term, boost }));
    const telling = terms.filter(({ term }) => !index.common(term));
    return telling.length > 0 ? telling : terms;
  }
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
