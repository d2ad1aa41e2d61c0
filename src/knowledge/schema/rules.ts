import { z } from 'zod';
import { Id, IsoDate, Localized, OfficialLanguage, Text } from './common.ts';

/** What a piece of an official text is. Only clauses, definitions and points can be cited. */
export const PartKind = z.enum([
  'letterhead',
  'title',
  'requisites', // the line that names body, date and number
  'preamble',
  'point', // numbered point of the adopting decision
  'signature',
  'annex', // caption that ties the annex to the decision
  'chapter',
  'clause',
  'definition', // numbered notion inside clause 2
  'finding', // unnumbered statement of a commission's decree
]);
export type PartKind = z.infer<typeof PartKind>;

/** One piece of a rule text in the order of the original. */
export const RulePart = z.strictObject({
  kind: PartKind,
  /** Clause number as cited: `7`, `2.4` (definition 4 of clause 2), `decision.2` (point of the adopting decision). */
  id: z
    .string()
    .regex(/^[a-z0-9_]+(\.[a-z0-9_]+)*$/)
    .optional(),
  /** Official wording, letter for letter; extraction faults repaired, nothing else. */
  official: Text,
  /** Our own unofficial translation into the other language. */
  translation: Text.optional(),
  /** Oddity of the original worth telling (kept as it is in the text). */
  note: Localized.optional(),
});
export type RulePart = z.infer<typeof RulePart>;

/** One official rule text (`content/rules/<id>.yaml`). */
export const RuleDocument = z
  .strictObject({
    id: Id,
    title: Localized,
    short_title: Localized,
    adopted_by: Localized,
    number: Text,
    date: IsoDate,
    in_force: Localized,
    repeals: z.array(Localized).default([]),
    official_language: OfficialLanguage,
    /** ISO 3166-2 code of the region, e.g. `KZ-19`. */
    region: z.string().regex(/^KZ-\d\d$/),
    signed_by: Localized.optional(),
    based_on: Localized.optional(),
    url: z.url().optional(),
    notes: z.array(Localized).default([]),
    parts: z.array(RulePart).min(1),
  })
  .superRefine((document, context) => {
    const seen = new Set<string>();
    for (const [index, part] of document.parts.entries()) {
      const citable = ['clause', 'definition', 'point', 'finding'].includes(part.kind);
      if (citable && part.id === undefined) {
        context.addIssue({
          code: 'custom',
          path: ['parts', index, 'id'],
          message: 'a citable part needs an id',
        });
      }
      if (citable && part.translation === undefined) {
        context.addIssue({
          code: 'custom',
          path: ['parts', index, 'translation'],
          message: 'a citable part needs a translation',
        });
      }
      if (part.id !== undefined && seen.has(part.id)) {
        context.addIssue({
          code: 'custom',
          path: ['parts', index, 'id'],
          message: `id ${part.id} stands twice`,
        });
      }
      if (part.id !== undefined) seen.add(part.id);
    }
  });
export type RuleDocument = z.infer<typeof RuleDocument>;

/**
 * A subject the rule texts regulate, across documents (`content/rules/subjects/*.yaml`): which
 * clause of which document speaks of it, and where a document says nothing.
 */
export const RuleSubject = z.strictObject({
  id: Id,
  intents: z.array(Id).min(1),
  title: Localized,
  questions: z.strictObject({ kk: z.array(Text).min(4), ru: z.array(Text).min(4) }),
  /** Our one-paragraph answer drawn from the clause, for each document that has one. */
  clauses: z.record(
    Id,
    z.strictObject({
      clauses: z.array(Text).min(1),
      answer: z.strictObject({ kk: Text.max(500), ru: Text.max(500) }),
      /** Intents served by this document's clause beside the subject's. */
      intents: z.array(Id).default([]),
    }),
  ),
  /** Documents that have no such provision: what to say honestly. */
  absent: z.record(Id, Localized).default({}),
  /** Answer when no region is named: who has the rule and who has not. */
  overview: z.strictObject({ kk: Text.max(700), ru: Text.max(700) }).optional(),
  related: z.array(Id).default([]),
});
export type RuleSubject = z.infer<typeof RuleSubject>;

export const RuleSubjectFile = z.strictObject({ subjects: z.array(RuleSubject).min(1) });
