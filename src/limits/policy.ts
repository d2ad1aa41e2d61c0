import { z } from 'zod';

const limit = z.strictObject({
  /** Uses that are served in a window. */
  most: z.int().positive(),
  /** Length of the window. Counters are kept for a day. */
  seconds: z.int().min(1).max(86_400),
});
export type Limit = z.infer<typeof limit>;

/** How much one person and one network address may do (`content/policy/limits.yaml`), over all replicas. */
export const LimitsPolicy = z.strictObject({
  /** Questions, buttons and commands of one person, each kind counted for itself. */
  person: limit,
  /** Requests of one address that change something in the web chat. */
  address: limit,
  /** New web sessions of one address: each takes rows, and a fresh session has a fresh personal limit. */
  newcomers: limit,
});
export type LimitsPolicy = z.infer<typeof LimitsPolicy>;
