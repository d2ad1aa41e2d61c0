import { z } from 'zod';

/** What editors see in `/inbox` (`content/policy/reviews.yaml`). */
export const ReviewPolicy = z.strictObject({
  days: z.int().min(1).max(365),
  low_confidence: z.number().min(0).max(1),
  follow_up_minutes: z.int().positive(),
  /** Least likeness of a question to the first one of its group, 0..1. */
  similarity: z.number().gt(0).max(1),
  most_questions: z.int().positive(),
  page: z.int().min(1).max(8),
  wordings: z.int().min(4),
  choices: z.int().min(0).max(3),
});
export type ReviewPolicy = z.infer<typeof ReviewPolicy>;
