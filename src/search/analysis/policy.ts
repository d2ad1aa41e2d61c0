import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';

const weight = z.number().nonnegative();

/** How text becomes index keys and what each kind of key counts (`content/policy/analysis.yaml`). */
export const AnalysisPolicy = z.strictObject({
  weights: z.strictObject({
    /** `=`: key of the word's stem. */
    stem: weight,
    /** `5`: first letters of the loose key; bridges derivations that stems keep apart (қоныс, қоныстану). */
    first: weight,
    /** `#`: letter n-grams of the loose key; absorbs typing errors and compounds. */
    gram: weight,
    /** `+`: stems of two neighbouring words. */
    pair: weight,
  }),
  /** Letters of the `5` key. */
  first_letters: z.int().min(3).max(8),
  /** Letters of a `#` key, boundaries counted. */
  gram_letters: z.int().min(3).max(6),
  /**
   * A `#` key in more texts than this share, and than this number, is not searched: it says nothing and costs the
   * most time.
   */
  common_gram: z.strictObject({ share: weight.max(1), texts: weight }),
  /** Most Cyrillic words a typed word may be restored to. */
  restored: z.int().min(1).max(8),
  /** A less frequent spelling is restored only from this share of the most frequent one's count. */
  restored_share: weight.max(1),
  /**
   * Passages that have more of the question's words win: score × (floor + (1 - floor) × share of the words' weight
   * that is found) ^ power. A word found by its first letters only counts `first`.
   */
  coverage: z.strictObject({ power: weight, floor: weight.max(1), first: weight.max(1) }),
  /** BM25 of passages: saturation, length normalisation, floor. */
  bm25: z.strictObject({ k: weight, b: weight.max(1), d: weight }),
  /** Weights of a passage's fields. `context` is the text a chunk was cut from. */
  fields: z.strictObject({ title: weight, text: weight, context: weight }),
});
export type AnalysisPolicy = z.infer<typeof AnalysisPolicy>;

/**
 * Reads the policy file.
 *
 * @throws ZodError naming the key when the file does not fit.
 */
export function readAnalysisPolicy(): AnalysisPolicy {
  const file = new URL('../../../content/policy/analysis.yaml', import.meta.url);
  return AnalysisPolicy.parse(load(readFileSync(file, 'utf8')));
}
