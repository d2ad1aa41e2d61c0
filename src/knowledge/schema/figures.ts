import { z } from 'zod';
import { Confidence, IsoDate, Localized, Text } from './common.ts';
import { SourceRef } from './source.ts';

/** Name by which prose refers to a figure: `{{aid.relocation_per_person}}`. */
export const FigureName = z.string().regex(/^[a-z0-9_]+(\.[a-z0-9_]+)*$/);

/** The monthly calculation index (АЕК / МРП) of one year, in tenge. */
export const MrpYear = z.strictObject({ tenge: z.int().positive(), sources: z.array(SourceRef).min(1) });

/**
 * One number that answers use. Exactly one of:
 * `mrp` (a multiple of the index: tenge follow from the year), `tenge` (an absolute sum),
 * `count` (people, regions, square metres, …; `unit` says what).
 */
export const Figure = z
  .strictObject({
    label: Localized,
    mrp: z.number().positive().optional(),
    tenge: z.number().nonnegative().optional(),
    count: z.number().nonnegative().optional(),
    unit: Localized.optional(),
    /** Year of the index to compute with; absent = the year of the question. */
    year: z.int().optional(),
    valid_from: IsoDate.optional(),
    valid_to: IsoDate.optional(),
    confidence: Confidence,
    facts: z.array(Text).default([]),
    sources: z.array(SourceRef).min(1),
    note: Localized.optional(),
  })
  .refine((figure) => [figure.mrp, figure.tenge, figure.count].filter((v) => v !== undefined).length === 1, {
    error: 'a figure has exactly one of mrp, tenge, count',
  });
export type Figure = z.infer<typeof Figure>;

/** `content/figures.yaml`. */
export const FiguresFile = z.strictObject({
  mrp: z.record(z.string().regex(/^\d{4}$/), MrpYear),
  figures: z.record(FigureName, Figure),
});
export type FiguresFile = z.infer<typeof FiguresFile>;
