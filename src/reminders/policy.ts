import { z } from 'zod';
import { Localized } from '../knowledge/schema/common.ts';
import { isZone } from './zone-time.ts';

/** A time zone people can choose. */
const Zone = z.strictObject({
  /** Short, for buttons. */
  id: z.string().regex(/^[a-z]{2,16}$/),
  /** IANA name. */
  zone: z.string().refine(isZone, { error: 'not an IANA time zone' }),
  name: Localized,
});
export type Zone = z.infer<typeof Zone>;

/** When reminders come and how they are sent (`content/policy/reminders.yaml`). */
export const ReminderPolicy = z
  .strictObject({
    hour: z.int().min(0).max(23),
    days_before: z.int().min(1).max(30),
    /** The last day may lie so many days ahead. */
    furthest_days: z.int().min(1).max(360),
    /** Reminders one person may have. */
    most: z.int().min(1).max(1000),
    every_seconds: z.int().min(1).max(600),
    /** Sent side by side. */
    at_once: z.int().min(1).max(30),
    /** Id of the zone of whoever did not choose one. */
    zone: z.string(),
    zones: z.array(Zone).min(1).max(40),
  })
  .refine(({ zone, zones }) => zones.some(({ id }) => id === zone), {
    error: 'the zone of those who did not choose is not in the list',
    path: ['zone'],
  });
export type ReminderPolicy = z.infer<typeof ReminderPolicy>;

/** The zone of an IANA name; the default one when it was not chosen or is no longer offered. */
export function zoneOf(policy: ReminderPolicy, name: string | null): Zone {
  const known =
    policy.zones.find(({ zone }) => zone === name) ?? policy.zones.find(({ id }) => id === policy.zone);
  if (known === undefined) throw new Error('reminders: the policy has no default zone');
  return known;
}
