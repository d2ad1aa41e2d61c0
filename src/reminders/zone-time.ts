import { DateTime, IANAZone } from 'luxon';

/** Time zone data of older systems still say UTC+6 for Almaty, and a reminder at ten is late for the queue at nine. */
const fixed: ReadonlyMap<string, string> = new Map([['Asia/Almaty', 'UTC+5']]);

export function isZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}

/**
 * The instant at which a zone's clock shows a full hour on a day. An hour that is skipped when clocks go forward becomes
 * the one after it.
 *
 * @param date ISO date
 */
export function instantAt(date: string, hour: number, zone: string): Date {
  const [year, month, day] = date.split('-').map(Number);
  return DateTime.fromObject({ year, month, day, hour }, { zone: fixed.get(zone) ?? zone }).toJSDate();
}

/** The calendar day in a zone at an instant. */
export function dayIn(zone: string, instant: Date): string {
  return local(zone, instant).toISODate() ?? '';
}

/** What a zone's clock shows, `09:05`. */
export function clockIn(zone: string, instant: Date): string {
  return local(zone, instant).toFormat('HH:mm');
}

function local(zone: string, instant: Date): DateTime {
  return DateTime.fromJSDate(instant, { zone: fixed.get(zone) ?? zone });
}
