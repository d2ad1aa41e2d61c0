/**
 * All Kazakhstan keeps UTC+5 since 1 March 2024. The offset is written out because time zone data of older
 * systems still say UTC+6 for Almaty, and an hour at midnight is a missed day and a fine.
 */
const offset = 5 * 60 * 60 * 1000;
const day = 24 * 60 * 60 * 1000;

/** Tells the time; given in from outside so that midnight can be tested. */
export interface Clock {
  now(): Date;
}

/** The calendar day in Almaty at an instant, `2026-07-01`. */
export function almatyDate(instant: Date): string {
  return new Date(instant.getTime() + offset).toISOString().slice(0, 10);
}

/** Today in Almaty. */
export function today(clock: Clock): string {
  return almatyDate(clock.now());
}

/** A date moved by whole days. Throws on a string that is no date. */
export function addDays(date: string, days: number): string {
  return new Date(parse(date) + days * day).toISOString().slice(0, 10);
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((parse(to) - parse(from)) / day);
}

/** Day of the week, 1 = Monday … 7 = Sunday. */
export function weekday(date: string): number {
  return new Date(parse(date)).getUTCDay() || 7;
}

function parse(date: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  // Date.parse moves 31 February to March; such a date is a mistake, not a day.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date)
    throw new RangeError(`not a calendar date: ${date}`);
  return time;
}
