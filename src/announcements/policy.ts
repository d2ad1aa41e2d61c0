import { join } from 'node:path';
import { z } from 'zod';
import { type ReadResult, readYaml } from '../knowledge/read-yaml.ts';

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time of day such as 22:00');

const Zone = z
  .string()
  .refine(
    (zone) => Intl.supportedValuesOf('timeZone').includes(zone) || canFormat(zone),
    'is not a time zone',
  );

function canFormat(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}

/** How announcements go out (`content/policy/announcements.yaml`). */
export const AnnouncementPolicy = z.strictObject({
  /**
   * Local times between which readers sleep; may span midnight. `effect`: what is not urgent arrives without sound, or
   * waits until `to`.
   */
  quiet: z.strictObject({ from: TimeOfDay, to: TimeOfDay, effect: z.enum(['silent', 'wait']) }),
  /** Zones of readers by country; the first is the default. */
  zones: z
    .array(z.strictObject({ zone: Zone, countries: z.array(z.string().regex(/^[A-Z]{2}$/)) }))
    .min(1)
    .refine((zones) => {
      const countries = zones.flatMap((zone) => zone.countries);
      return new Set(countries).size === countries.length;
    }, 'a country stands under two zones'),
  confirm: z.strictObject({
    /** Recipients above which the number must be typed. */
    type_count_above: z.int().nonnegative(),
    /** Another member of staff must confirm as well. */
    second_person: z.boolean(),
  }),
  sending: z.strictObject({
    /** Tries of one recipient that surely was not reached. */
    tries: z.int().min(1),
    /** Recipients written by one INSERT … SELECT. */
    resolve_batch: z.int().min(1).max(50_000),
    /** Calls in a row without a clear answer after which everything waits. */
    trouble_after: z.int().min(1),
  }),
  /** Telegram's paid broadcast. */
  paid: z.strictObject({ rate: z.int().min(1).max(1000), stars_per_message: z.number().positive() }),
  /** Announcements on the web page: begun within so many days, so many at most. */
  web: z.strictObject({ days: z.int().min(1), most: z.int().min(1).max(10) }),
  files: z.strictObject({
    photo_megabytes: z.number().positive().max(10),
    document_megabytes: z.number().positive().max(50),
  }),
});
export type AnnouncementPolicy = z.infer<typeof AnnouncementPolicy>;

/** Reads the policy below a root (the repository). */
export function readAnnouncementPolicy(root: string): ReadResult<AnnouncementPolicy> {
  const file = 'content/policy/announcements.yaml';
  return readYaml(join(root, file), AnnouncementPolicy, file);
}
