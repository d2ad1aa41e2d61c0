import { addDays } from '../knowledge/almaty-time.ts';
import type { Calendar, Certainty, WorkingDayCount } from '../knowledge/calendar.ts';
import type { DutyClock } from '../knowledge/schema/duty.ts';

/** Whether the day of the event is day one. */
export type Counting = 'from_day' | 'from_next_day';

/** A last day, and what was met on the way to it. */
export interface Counted {
  readonly date: string;
  readonly certainty: Certainty;
  readonly skipped: WorkingDayCount['skipped'];
  readonly open: WorkingDayCount['open'];
}

type Term = Pick<DutyClock, 'count' | 'unit' | 'direction'>;

/**
 * The last day of a term that runs from (or up to) a day.
 *
 * Working days: always a working day. Calendar days: not moved when they end on a day off, no act in force says that
 * they are; only they are counted backwards. Months: the same day of the later month, or its last one (31 January + 1 month = 28 or 29 February).
 *
 * @throws RangeError when the start is no calendar date
 */
export function countTerm(start: string, term: Term, counting: Counting, calendar: Calendar): Counted {
  const own = counting === 'from_day';
  // With the event's own day counted, going back takes a day less.
  if (term.direction === 'before') return plain(addDays(start, own ? 1 - term.count : -term.count));
  switch (term.unit) {
    case 'working':
      return calendar.addWorkingDays(start, term.count, { countStart: own });
    case 'calendar':
      return plain(addDays(start, own ? term.count - 1 : term.count));
    case 'month':
      return plain(addDays(addMonths(start, term.count), own ? -1 : 0));
  }
}

/** A date moved by whole months; a day the month does not have becomes its last. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  // Day 0 of the month after is the last day of the month.
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(day, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** The last working day not later than a day. */
export function workingDayUpTo(date: string, calendar: Calendar): string {
  let day = date;
  while (calendar.isDayOff(day)) day = addDays(day, -1);
  return day;
}

function plain(date: string): Counted {
  return { date, certainty: 'official', skipped: [], open: [] };
}
