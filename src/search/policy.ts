import { z } from 'zod';

const weight = z.number().nonnegative();

/** How the story of a long message weighs against its question. */
const FocusPolicy = z.strictObject({
  /** Words from which a message is long. */
  from_words: z.int().positive(),
  /** Words on either side of a word that asks that belong to the question. */
  radius: z.int().positive(),
  /** Share of its weight that a word of the story keeps. */
  story: weight.max(1),
});
export type FocusPolicy = z.infer<typeof FocusPolicy>;

/** What naive Bayes goes by, per key of a word. */
const BayesPolicy = z.strictObject({
  stem: weight,
  /** Four letters in a row: a misspelt word still has most of its own. */
  gram: weight,
  /** How much more a key of few candidates counts than one of all, 0 (alike) to 1 (by its rarity alone). */
  rarity: weight.max(1),
});
export type BayesPolicy = z.infer<typeof BayesPolicy>;

/** Ranking and decision weights (`content/policy/ranking.yaml`), tuned by `npm run tune`, not by hand. */
export const RankingPolicy = z.strictObject({
  /** How alike two words count, by the key they share. Same stem = 1. */
  word: z.strictObject({
    /** Same first five letters of the script-neutral key (қоныс / қоныстану). */
    first_five: weight.max(1),
    /** One or two letters apart: a typing error. */
    typo: weight.max(1),
    /** Another word for the same thing (glossary). */
    synonym: weight.max(1),
    /** Weight, among the query's words, of a word the index has never seen. */
    unknown_idf: weight,
  }),
  /** What each way of matching contributes to a candidate's score. */
  score: z.strictObject({
    /** Nearest wording: share of the query's weight it covers … */
    query_coverage: weight,
    /** … and share of the wording's weight the query covers. */
    wording_coverage: weight,
    /** Further near wordings of the same candidate vote for it. */
    votes: weight,
    /** Words seen in all wordings of the candidate together (naive Bayes). */
    bayes: weight,
    /** Match in the answer's own text (BM25). */
    body: weight,
    /** Share of the question that the candidate's whole vocabulary covers. */
    pooled: weight,
    /** How well what the question speaks of (kandas, guest, rule text) fits what the candidate's wordings speak of. */
    concepts: weight,
    /** The question speaks of all that nearly every wording of the candidate speaks of. */
    complete: weight,
    /** The candidate the conversation is about, for follow-up questions. */
    context: weight,
    /** A region the candidate is about is named in the question. */
    place: weight,
    authority: weight,
  }),
  bayes: BayesPolicy,
  focus: FocusPolicy,
  /** Weights of typed keys in the query: stem, first five letters, stems of words it may be a misspelling of, synonyms. */
  terms: z.strictObject({ stem: weight, first: weight, misspelt: weight, synonym: weight }),
  /** How many candidates MiniSearch hands over, whose wordings are compared with the question word by word. */
  recall: z.int().positive(),
  /** Keys that a greater share of all documents has do not recall, 0..1. */
  common: z.number().positive().max(1),
  /** Weights by type of the best source, 0..1. */
  authority: z.record(z.string(), weight),
});
export type RankingPolicy = z.infer<typeof RankingPolicy>;
