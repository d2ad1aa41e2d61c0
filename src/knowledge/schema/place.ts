import { z } from 'zod';
import { Confidence, Id, Localized, Text } from './common.ts';
import { SourceRef } from './source.ts';

/** A city or district of a region. */
export const Place = z.strictObject({
  type: z.enum(['city', 'district']),
  kk: Text,
  ru: Text,
  aliases: z.array(Text).default([]),
});
export type Place = z.infer<typeof Place>;

/** One of the 20 regions (`content/regions.yaml`). */
export const Region = z.strictObject({
  code: z.string().regex(/^KZ-\d\d$/),
  type: z.enum(['oblast', 'city']),
  name: Localized,
  centre: Localized.optional(),
  /** Key of the region in the quota figures. */
  quota: z
    .string()
    .regex(/^[a-z_]+$/)
    .optional(),
  /** Rule document of the region. */
  rules: Id.optional(),
  aliases: z.array(Text).default([]),
  places: z.array(Place).default([]),
});
export type Region = z.infer<typeof Region>;

export const RegionFile = z.strictObject({
  /** Names that are everyday words too: they need a sign that a place is meant. */
  ordinary: z.array(Text).default([]),
  regions: z.array(Region).min(1),
});

const latitude = z.number().min(-90).max(90);
const longitude = z.number().min(-180).max(180);

/** A town: latitude, longitude, and how far it reaches in kilometres when that is more than a few. */
export const TownPoint = z.union([
  z.tuple([latitude, longitude]),
  z.tuple([latitude, longitude, z.number().positive().max(30)]),
]);
export type TownPoint = z.infer<typeof TownPoint>;

/** `content/points.yaml`: towns of the regions and, thinned out, of the neighbours. */
export const PointsFile = z.strictObject({
  regions: z.record(z.string().regex(/^KZ-\d\d$/), z.array(TownPoint).min(1)),
  abroad: z.record(z.string().regex(/^[A-Z]{2}$/), z.array(TownPoint).min(1)),
});
export type PointsFile = z.infer<typeof PointsFile>;

/** How long a citizen may stay without a visa; only what a source says. */
export const VisaFreeStay = z.strictObject({
  days: z.int().positive(),
  confidence: Confidence,
  facts: z.array(Text).default([]),
});

/** A country people come from (`content/countries.yaml`). */
export const Country = z.strictObject({
  /** ISO 3166-1 alpha-2. */
  code: z.string().regex(/^[A-Z]{2}$/),
  name: Localized,
  /** Other spellings: old names, everyday words, Latin. */
  aliases: z.array(Text).default([]),
  /** Cities by which people name the country they write from. */
  cities: z.array(Text).default([]),
  groups: z.array(z.enum(['eaeu', 'visa_free'])).default([]),
  stay: VisaFreeStay.optional(),
  sources: z.array(SourceRef).default([]),
});
export type Country = z.infer<typeof Country>;

export const CountryFile = z.strictObject({ countries: z.array(Country).min(1) });
