import { z } from 'zod';
import { Id, Localized, Text } from './common.ts';
import { SourceRef } from './source.ts';

const Words = z.strictObject({ kk: z.array(Text).default([]), ru: z.array(Text).default([]) });

/** A term of the rule texts or of daily life (`content/glossary/*.yaml`). */
export const Term = z.strictObject({
  id: Id,
  term: Localized,
  abbreviations: Words.default({ kk: [], ru: [] }),
  /** Words people use for the same thing. */
  synonyms: Words.default({ kk: [], ru: [] }),
  /** What it is, in plain words. */
  plain: Localized,
  sources: z.array(SourceRef).default([]),
});
export type Term = z.infer<typeof Term>;

export const GlossaryFile = z.strictObject({ terms: z.array(Term).min(1) });
