import { z } from 'zod';
import { Confidence, Id, Localized, Text } from './common.ts';

/** What kind of body it is. */
export const BodyKind = z.enum([
  'employment_department',
  'migration_police',
  'career_centre',
  'adaptation_centre',
  'state_corporation',
  'ministry',
  'fund',
  'portal',
  'hotline',
  'mission',
]);
export type BodyKind = z.infer<typeof BodyKind>;

/** What people come for. */
export const BodyTask = z.enum([
  'kandas_status',
  'ata_zholy',
  'resettlement',
  'adaptation',
  'invitation',
  'work_permit',
  'refugee',
  'labour',
  'foreigner_registration',
  'citizen_registration',
  'residence_permit',
  'citizenship',
  'visa',
  'complaint',
]);
export type BodyTask = z.infer<typeof BodyTask>;

/** A date as precisely as the source gives it: `2025`, `2025-11`, `2025-11-07`. */
export const PartialDate = z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/);

/** A body people turn to (`content/bodies/*.yaml`). */
export const Body = z
  .strictObject({
    id: Id,
    kind: BodyKind,
    /** ISO 3166-2 code, `KZ` for the whole country, or the country of a mission (ISO 3166-1). */
    region: z.string().regex(/^[A-Z]{2}(-\d\d)?$/),
    city: Text.optional(),
    name: Localized,
    services: z.array(BodyTask),
    address: Localized.optional(),
    phones: z.array(Text).default([]),
    email: z.email().optional(),
    url: z.url().optional(),
    hours: Localized.optional(),
    /** Page the entry was read on. */
    source: z.url().optional(),
    /** How old the contacts are. */
    as_of: PartialDate.optional(),
    /** `low`: name or contacts unconfirmed; contacts are never shown. */
    confidence: Confidence,
    /** Said with the card. */
    caution: Localized.optional(),
  })
  .refine((body) => body.confidence !== 'high' || body.source !== undefined, {
    error: 'high confidence needs a source',
  });
export type Body = z.infer<typeof Body>;

export const BodyFile = z.strictObject({ bodies: z.array(Body).min(1) });

/**
 * A service in a person's words and who does it (`content/bodies/services.yaml`).
 * Kinds stand in the order in which people should turn to them.
 */
export const BodyService = z.strictObject({
  id: Id,
  title: Localized,
  /** Bodies of the person's own region or country, first fits first. */
  kinds: z.array(BodyKind).default([]),
  /** Task the body must do. */
  task: BodyTask.optional(),
  /** Bodies of the whole country, named beside the local one or instead of it. */
  everywhere: z.array(Id).default([]),
  /** For people abroad: the mission of their country. */
  abroad: z.boolean().default(false),
});
export type BodyService = z.infer<typeof BodyService>;

export const BodyServiceFile = z.strictObject({ services: z.array(BodyService).min(1) });
