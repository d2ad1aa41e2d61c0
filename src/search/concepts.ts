import type { AnalyseText } from './analyse-words.ts';
import type { Word } from './words.ts';

/** What a question can speak of, by the words that say so (`content/language/concepts.yaml`). */
export interface Concept {
  readonly id: string;
  readonly kk: readonly string[];
  readonly ru: readonly string[];
}

/** Tells how well the concepts of a question fit those of each candidate. */
export interface Concepts {
  /** Fit per candidate, 0..1 (likelihood of the question's concepts under the candidate's wordings, best = 1). */
  fit(query: readonly Word[]): readonly number[];
  /** Concepts that a question speaks of. */
  of(query: readonly Word[]): readonly string[];
  /** Concepts that nearly all wordings of the candidate (by its place in the list) speak of and the question does not. */
  lacking(candidate: number, query: readonly Word[]): readonly string[];
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
): Concepts {
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
  // Every candidate of a question asks for the same.
  let last: { readonly query: readonly Word[]; readonly speaks: readonly boolean[] } | undefined;
  const speaksOfQuery = (query: readonly Word[]): readonly boolean[] => {
    if (last?.query !== query) last = { query, speaks: speaksOf(query) };
    return last.speaks;
  };
  /** Concepts that nearly all wordings of a candidate have. */
  const expected = odds.map((each) => each.flatMap(({ share }, at) => (share >= nearlyAll ? [at] : [])));
  return {
    fit(query) {
      const speaks = speaksOfQuery(query);
      const logs = odds.map((each) =>
        each.reduce((sum, { present, missing }, at) => sum + (speaks[at] === true ? present : missing), 0),
      );
      const best = Math.max(...logs);
      return logs.map((log) => Math.exp((log - best) / spread));
    },
    of(query) {
      const speaks = speaksOfQuery(query);
      return concepts.flatMap(({ id }, at) => (speaks[at] === true ? [id] : []));
    },
    lacking(candidate, query) {
      const speaks = speaksOfQuery(query);
      return (expected[candidate] ?? []).flatMap((at) =>
        speaks[at] === true ? [] : (concepts[at]?.id ?? []),
      );
    },
  };
}
