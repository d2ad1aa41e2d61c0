import { addDays, weekday } from './almaty-time.ts';
import type { CalendarDay, CalendarFile } from './schema/calendar.ts';
import type { Localized } from './schema/common.ts';

/**
 * How sure a statement on a day is: `official` (published calendar), `expected` (computed from the rule, or
 * a day that was announced but stands in no calendar), `unknown` (no calendar for the year at all).
 */
export type Certainty = 'official' | 'expected' | 'unknown';

/** What is known of one day. */
export interface DayStatus {
  readonly off: boolean;
  readonly certainty: Certainty;
  /** The calendar's line for it, when it differs from the plain week. */
  readonly day?: CalendarDay;
}

/** Result of counting working days. */
export interface WorkingDayCount {
  readonly date: string;
  /** The least sure day on the way. */
  readonly certainty: Certainty;
  /** Holidays and moved days passed over on weekdays. */
  readonly skipped: readonly CalendarDay[];
  /** Days that may still shift the result, their date being unknown. */
  readonly open: readonly { readonly name: Localized; readonly note?: Localized | undefined }[];
}

export interface Calendar {
  /** True on weekends, holidays and moved days off. */
  isDayOff(date: string): boolean;
  status(date: string): DayStatus;
  /**
   * The n-th working day after a date; the date itself counts only with `countStart`.
   * Throws a RangeError for a negative or broken number.
   */
  addWorkingDays(date: string, n: number, options?: { readonly countStart?: boolean }): WorkingDayCount;
  /** Days of a year that differ from the plain week, in order. */
  days(year: number): readonly CalendarDay[];
}

const order: readonly Certainty[] = ['official', 'expected', 'unknown'];

/** A calendar over `content/calendar.yaml`. */
export function createCalendar({ years }: CalendarFile): Calendar {
  const byDate = new Map(Object.values(years).flatMap(({ days }) => days.map((day) => [day.date, day])));

  function status(date: string): DayStatus {
    const weekend = weekday(date) > 5;
    const year = years[date.slice(0, 4)];
    if (year === undefined) return { off: weekend, certainty: weekend ? 'official' : 'unknown' };
    const day = byDate.get(date);
    if (day === undefined)
      return { off: weekend, certainty: weekend || year.basis === 'official' ? 'official' : 'expected' };
    const certainty = year.basis === 'official' && day.confidence !== 'low' ? 'official' : 'expected';
    return { off: day.kind !== 'working', certainty, day };
  }

  return {
    status,
    isDayOff: (date) => status(date).off,
    addWorkingDays(start, n, options) {
      if (!Number.isSafeInteger(n) || n < 0 || n > 1000)
        throw new RangeError(`working days must be a whole number from 0 to 1000, got ${n}`);
      let date = options?.countStart ? addDays(start, -1) : start;
      let left = n;
      let certainty: Certainty = 'official';
      const skipped: CalendarDay[] = [];
      while (left > 0) {
        date = addDays(date, 1);
        const { off, certainty: sure, day } = status(date);
        if (order.indexOf(sure) > order.indexOf(certainty)) certainty = sure;
        if (!off) left -= 1;
        else if (day !== undefined && weekday(date) <= 5) skipped.push(day);
      }
      const open = Object.values(years)
        .flatMap((year) => year.open)
        .filter(({ between }) => between !== undefined && between[0] <= date && between[1] >= start);
      return { date, certainty, skipped, open };
    },
    days: (year) => years[String(year)]?.days ?? [],
  };
}
