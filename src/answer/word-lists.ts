import { z } from 'zod';
import { Text } from '../knowledge/schema/common.ts';

const Words = z.array(Text).min(1);

/** Words by language: `content/language/fillers.yaml`, `asking.yaml`. */
export const WordsFile = z.strictObject({ kk: Words, ru: Words });

/** `content/language/concepts.yaml`. */
export const ConceptsFile = z.strictObject({
  concepts: z.array(z.strictObject({ id: Text, kk: Words, ru: Words })).min(1),
});
