import type { AnalyseText } from './analyse-words.ts';
import type { Word } from './words.ts';

/** What a question can speak of, by the words that say so (`content/language/concepts.yaml`). */
export interface Concept {
  readonly id: string;
  readonly kk: readonly string[];
  readonly ru: readonly string[];
}

/** Reads what a question speaks of, once for all candidates. */
export type ReadConcepts = (query: readonly Word[]) => QuestionConcepts;

/** What a question speaks of, against what each candidate's wordings speak of. */
export interface QuestionConcepts {
  /** Fit per candidate, 0..1 (likelihood of the question's concepts under the candidate's wordings, best = 1). */
  readonly fit: readonly number[];
  /** Concepts that the question speaks of. */
  readonly spoken: readonly string[];
  /** Concepts that nearly all wordings of the candidate (by its place in the list) speak of and the question does not. */
  lacking(candidate: number): readonly string[];
}

/** Additive smoothing: a candidate with ten wordings has not shown all the ways of asking. */
const smoothing = 0.7;
/** Share of a candidate's wordings from which a concept belongs to it. */
const nearlyAll = 0.7;
/** Log-likelihood distance at which the fit has fallen to 1/e. */
const spread = 3;

/**
 * Bernoulli model over a dozen concepts. Likeness of words only rewards what stands in the question; that nothing in
 * «Көпбалалы отбасына жәрдемақы» speaks of kandas, while nearly every wording of the entry on their benefits does, is
 * the evidence that the entry is not asked for.
 */
export function createConcepts(
  concepts: readonly Concept[],
  candidates: readonly (readonly (readonly Word[])[])[],
  analyse: AnalyseText,
): ReadConcepts {
  const stems = concepts.map(
    (concept) =>
      new Set(
        (['kk', 'ru'] as const).flatMap((language) =>
          concept[language].flatMap((word) => analyse(word, language).flatMap((each) => each.stems)),
        ),
      ),
  );
  const speaksOf = (words: readonly Word[]): boolean[] =>
    stems.map((known) => words.some((word) => word.stems.some((stem) => known.has(stem))));
  const odds = candidates.map((wordings) => {
    const counts = stems.map(() => 0);
    for (const words of wordings) {
      speaksOf(words).forEach((speaks, at) => {
        if (speaks) counts[at] = (counts[at] ?? 0) + 1;
      });
    }
    return counts.map((count) => {
      const share = (count + smoothing) / (wordings.length + 2 * smoothing);
      return { share, present: Math.log(share), missing: Math.log(1 - share) };
    });
  });
  /** Concepts that nearly all wordings of a candidate have. */
  const expected = odds.map((each) => each.flatMap(({ share }, at) => (share >= nearlyAll ? [at] : [])));
  return (query) => {
    const speaks = speaksOf(query);
    const logs = odds.map((each) =>
      each.reduce((sum, { present, missing }, at) => sum + (speaks[at] === true ? present : missing), 0),
    );
    const best = Math.max(...logs);
    return {
      fit: logs.map((log) => Math.exp((log - best) / spread)),
      spoken: concepts.flatMap(({ id }, at) => (speaks[at] === true ? [id] : [])),
      lacking: (candidate) =>
        (expected[candidate] ?? []).flatMap((at) => (speaks[at] === true ? [] : (concepts[at]?.id ?? []))),
    };
  };
}
