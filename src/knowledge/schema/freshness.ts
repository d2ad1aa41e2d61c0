import { z } from 'zod';

const days = z.int().positive();

/** When content counts as old (`content/policy/freshness.yaml`), in days. */
export const FreshnessPolicy = z.strictObject({
  /** After `checked`, by the confidence of the edition in force. */
  stale_after: z.strictObject({ high: days, medium: days, low: days }),
  /** An edition that ends within so many days is reported. */
  expiring_within: days,
  /** Contacts older than this are reported. */
  contacts_after: days,
});
export type FreshnessPolicy = z.infer<typeof FreshnessPolicy>;
