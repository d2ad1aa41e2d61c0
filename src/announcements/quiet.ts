import { almatyZone } from '../operations/clock.ts';
import type { AnnouncementPolicy } from './policy.ts';

type Quiet = AnnouncementPolicy['quiet'];

/** Zones whose readers are awake at a moment. */
export function openZones(policy: Pick<AnnouncementPolicy, 'quiet' | 'zones'>, now: Date): readonly string[] {
  return policy.zones.map(({ zone }) => zone).filter((zone) => !isQuiet(policy.quiet, zone, now));
}

/** Zones that may be sent to now, those awake first, and in which of them messages make no sound. */
export function zonesNow(
  policy: Pick<AnnouncementPolicy, 'quiet' | 'zones'>,
  urgent: boolean,
  now: Date,
): { readonly zones: readonly string[]; silent(zone: string): boolean } {
  const open = openZones(policy, now);
  const asleep = policy.zones.map(({ zone }) => zone).filter((zone) => !open.includes(zone));
  const reached = urgent || policy.quiet.effect === 'silent';
  return {
    zones: reached ? [...open, ...asleep] : open,
    silent: (zone) => !urgent && asleep.includes(zone),
  };
}

/** Whether readers of a zone are not to be disturbed at a moment. */
export function isQuiet({ from, to }: Pick<Quiet, 'from' | 'to'>, zone: string, now: Date): boolean {
  const time = timeIn(zone, now);
  if (from === to) return false;
  return from < to ? time >= from && time < to : time >= from || time < to;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The time of day in a zone, `09:30`. */
function timeIn(zone: string, now: Date): string {
  // Older systems' zone data still have Almaty an hour ahead.
  if (zone === almatyZone) return new Date(now.getTime() + 5 * 3_600_000).toISOString().slice(11, 16);
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  return format.format(now);
}
