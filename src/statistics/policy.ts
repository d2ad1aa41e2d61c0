import { z } from 'zod';

/** How figures are shown to staff (`content/policy/statistics.yaml`). */
export const StatisticsPolicy = z.strictObject({
  /** Counts below this are hidden. */
  small: z.int().min(1).max(100),
  /** Topics shown, most asked first. */
  topics: z.int().min(1).max(12),
  /** Guides shown step by step. */
  guides: z.int().min(1).max(5),
});
export type StatisticsPolicy = z.infer<typeof StatisticsPolicy>;
