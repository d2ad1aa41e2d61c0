import { z } from 'zod';
import { Confidence, Id, IsoDate, Localized, LocalizedList, Text } from './common.ts';
import { SourceRef } from './source.ts';

/** One version of an answer, in force between two dates (both inclusive; absent = open). */
export const Edition = z.strictObject({
  valid_from: IsoDate.optional(),
  valid_to: IsoDate.optional(),
  confidence: Confidence,
  /** The answer itself, at most 500 characters in each language. */
  answer: z.strictObject({ kk: Text.max(500), ru: Text.max(500) }),
  /** What to do, in order. */
  steps: LocalizedList.optional(),
  /** Papers to bring. */
  papers: LocalizedList.optional(),
  /** What people miss. */
  missed: LocalizedList.optional(),
  /** What the sources leave open, and who can confirm it. Required unless confidence is high. */
  uncertain: Localized.optional(),
  /** Fact ids of the research (`K11`, `R18`, `P22`, …) the statements rest on. */
  facts: z.array(z.string().regex(/^[A-Z]{1,3}\d+[a-z]?$/)),
  sources: z.array(SourceRef).min(1),
});
export type Edition = z.infer<typeof Edition>;

const Wordings = z.strictObject({ kk: z.array(Text).min(4), ru: z.array(Text).min(4) });

/** One question people ask, with its answer in every edition. */
export const FaqEntry = z
  .strictObject({
    id: Id,
    intents: z.array(Id).min(1),
    /** `contact`: the answer is a body. */
    kind: z.enum(['answer', 'contact']).default('answer'),
    title: Localized,
    /** As people type them: full, chatty and keyword forms. */
    questions: Wordings,
    editions: z.array(Edition).min(1),
    checked: IsoDate,
    owner: Text.optional(),
    related: z.array(Id).default([]),
    /** Guide that leads on from here. */
    guide: Id.optional(),
    /** Body, or service whose body depends on the region, to turn to. */
    body: Id.optional(),
    /** Side-by-side table shown with the answer (`content/comparisons/`). */
    comparison: Id.optional(),
  })
  .superRefine((entry, context) => {
    for (const [index, edition] of entry.editions.entries()) {
      if (edition.confidence !== 'high' && edition.uncertain === undefined) {
        context.addIssue({
          code: 'custom',
          path: ['editions', index, 'uncertain'],
          message: 'an answer of medium or low confidence must say what is uncertain and who can confirm it',
        });
      }
    }
  });
export type FaqEntry = z.infer<typeof FaqEntry>;

/** One file of `content/faq/`: a topic and its entries. */
export const FaqFile = z.strictObject({
  topic: Id,
  title: Localized,
  owner: Text,
  entries: z.array(FaqEntry).min(1),
});
export type FaqFile = z.infer<typeof FaqFile>;
