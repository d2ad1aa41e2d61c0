import { z } from 'zod';

const probability = z.number().min(0).max(1);

/** When to answer, ask back or say "not known" (`content/policy/decision.yaml`). */
export const DecisionPolicy = z.strictObject({
  /** Characters of a question that are read; the rest is cut and the person told. */
  max_characters: z.int().positive(),
  /**
   * Confidence that the best candidate is what was asked: logistic in the evidence (`confidence.ts`). Calibrated by
   * `npm run tune`.
   */
  confidence: z.strictObject({
    intercept: z.number(),
    score: z.number(),
    lead: z.number(),
    apart: z.number(),
    belief: z.number(),
    domain: z.number(),
    length: z.number(),
  }),
  /** Least confidence in an entry one of whose wordings is the question word for word. */
  verbatim: probability,
  /** At least this sure to answer. */
  answer_from: probability,
  /** Below, an answer is told with a reservation and with what else the question could mean. */
  sure_from: probability,
  /** How many other readings are offered then. */
  alternatives: z.int().min(0).max(4),
  /** At least this sure to ask back with the nearest candidates; below, they are only offered. */
  clarify_from: probability,
  /** At least this sure to offer near entries with "not known". */
  offer_from: probability,
  /** How sure a route known only by likeness must be. */
  route_from: probability,
  /** The same of a route that refuses (forged papers, bribes, threats). */
  refuse_from: probability,
  /** Confidence in our content below which single out-of-scope words decide. */
  words_below: probability,
  /** Share of our best score from which a route whose words stand in the question is meant, if nobody of ours is named. */
  words_near: z.number().min(0).max(1),
  /** Concepts that say who asks or is asked about: an entry on kandas lacks its subject when none of them is spoken of. */
  asker_concepts: z.array(z.string()),
  /** Least confidence for a question with none of our concepts, and with none that says who, where the answer needs one. */
  vague_below: z.strictObject({ nothing: probability, nobody: probability }),
  /** Entries (beginnings of ids) whose answers differ by who asks, and up to how many words leave it open. */
  whose: z.strictObject({ max_words: z.int().nonnegative(), people: z.array(z.string()) }),
  /** Confidence in our content from which an out-of-scope phrase no longer decides. */
  trigger_yields_from: probability,
  /** Follow-up: at most so many words of its own weight; share of the earlier question's words mixed in. */
  follow_up: z.strictObject({ max_words: z.int().positive() }),
  /** How many candidates are named in `choices`. */
  choices: z.int().positive(),
});
export type DecisionPolicy = z.infer<typeof DecisionPolicy>;
