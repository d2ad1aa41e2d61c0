import { z } from 'zod';
import { Id, Text } from './common.ts';

/** Further wordings by intent or entry (`content/wordings/*.yaml`): how people ask, kept apart from the answers. */
export const WordingsFile = z.strictObject({
  wordings: z
    .array(z.strictObject({ intent: Id, kk: z.array(Text).min(1), ru: z.array(Text).min(1) }))
    .min(1),
});
export type WordingsFile = z.infer<typeof WordingsFile>;
