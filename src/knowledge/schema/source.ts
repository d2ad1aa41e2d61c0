import { z } from 'zod';
import { Id, IsoDate, Localized, OfficialLanguage, Text } from './common.ts';

/** What kind of document a source is; search ranks law above order above page above news. */
export const SourceKind = z.enum([
  'code', // кодекс
  'law',
  'resolution', // Government resolution
  'order', // minister's order
  'decision', // maslikhat
  'treaty',
  'state_page', // page of a state body or e-government
  'news', // press citing an act or a body
  'private', // lawyer, guide, community
]);
export type SourceKind = z.infer<typeof SourceKind>;

/** One act or page that answers rest on (`content/sources/*.yaml`). */
export const Source = z.strictObject({
  id: Id,
  kind: SourceKind,
  title: Localized,
  number: Text.optional(),
  /** Day of adoption (acts) or of publication (pages). */
  adopted: IsoDate.optional(),
  /** Date of the edition or page that was read. */
  date: IsoDate.optional(),
  url: z.url().optional(),
  official_language: OfficialLanguage,
});
export type Source = z.infer<typeof Source>;

/** How an answer points into a source. `url` and `date` override the source's own. */
export const SourceRef = z.strictObject({
  source: Id,
  clause: Text.optional(),
  url: z.url().optional(),
  date: IsoDate.optional(),
});
export type SourceRef = z.infer<typeof SourceRef>;

export const SourceFile = z.strictObject({ sources: z.array(Source).min(1) });
