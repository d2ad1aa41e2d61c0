import { z } from 'zod';
import { Confidence, Id, Localized, Text } from './common.ts';
import { SourceRef } from './source.ts';

/** One cell of a side-by-side table, with what it rests on. */
export const ComparisonCell = z.strictObject({
  text: Localized,
  sources: z.array(SourceRef).min(1),
  facts: z.array(Text).default([]),
  confidence: Confidence,
});

/** Side-by-side table shown with answers (`content/comparisons/<id>.yaml`). */
export const Comparison = z
  .strictObject({
    id: Id,
    title: Localized,
    columns: z.array(Localized).min(2),
    rows: z.array(z.strictObject({ label: Localized, cells: z.array(ComparisonCell).min(2) })).min(1),
  })
  .superRefine((table, context) => {
    for (const [index, row] of table.rows.entries()) {
      if (row.cells.length !== table.columns.length)
        context.addIssue({
          code: 'custom',
          path: ['rows', index, 'cells'],
          message: `${row.cells.length} cells under ${table.columns.length} columns`,
        });
    }
  });
export type Comparison = z.infer<typeof Comparison>;
