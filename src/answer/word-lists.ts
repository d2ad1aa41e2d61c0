import { z } from 'zod';
import { Text } from '../knowledge/schema/common.ts';

const Words = z.array(Text).min(1);

/** Words by language: `content/language/fillers.yaml`, `asking.yaml`. */
export const WordsFile = z.strictObject({ kk: Words, ru: Words });

/** `content/language/concepts.yaml`. */
export const ConceptsFile = z.strictObject({
  concepts: z.array(z.strictObject({ id: Text, kk: Words, ru: Words })).min(1),
});

/** `content/language/abroad.yaml`: what each list is for is said there. */
export const AbroadFile = z.strictObject({
  papers: Words,
  living: Words,
  here: Words,
  moving: Words,
  away: Words,
  ours: Words,
  origin: Words,
  destination: Words,
  arrived: Words,
  obtained: Words,
  citizenship: Words,
  leaving: Words,
});
export type AbroadWords = z.infer<typeof AbroadFile>;

/** `content/language/rule-text.yaml`: what each list is for is said there. */
export const RuleTextFile = z.strictObject({
  texts: Words,
  rules_only: Words,
  beside_region: Words,
  asking: Words,
});
export type RuleTextWords = z.infer<typeof RuleTextFile>;
