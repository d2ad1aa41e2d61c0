import { DateTime } from 'luxon';
import type { Clock } from '../knowledge/almaty-time.ts';

// The core's clock is the product's clock: one type, one answer to what day it is in Almaty.
export { almatyDate, type Clock } from '../knowledge/almaty-time.ts';

export const systemClock: Clock = { now: () => new Date() };

/** All deadlines of the product are Kazakhstan's: one zone (UTC+5) for the whole country since 2024-03-01. */
export const almatyZone = 'Asia/Almaty';

const inAlmaty = (moment: Date) => DateTime.fromJSDate(moment, { zone: almatyZone });

/** The time of day in Almaty, `09:30`. */
export function almatyTime(moment: Date): string {
  return inAlmaty(moment).toFormat('HH:mm');
}

/** The moment a date begins in Almaty. @throws RangeError when `date` is not an ISO date. */
export function startOfAlmatyDay(date: string): Date {
  const start = DateTime.fromISO(date, { zone: almatyZone }).startOf('day');
  if (!start.isValid || !/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new RangeError(`not an ISO date: ${date}`);
  return start.toJSDate();
}

/** A moment a number of days before another; negative `days` look ahead. Exactly 24 hours each. */
export function daysBefore(moment: Date, days: number): Date {
  return new Date(moment.getTime() - days * 86_400_000);
}
