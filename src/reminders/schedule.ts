import { workingDayUpTo } from '../duties/count.ts';
import { addDays, daysBetween } from '../knowledge/almaty-time.ts';
import { createCalendar } from '../knowledge/calendar.ts';
import type { CalendarFile } from '../knowledge/schema/calendar.ts';
import type { ReminderTime } from '../store/ports/reminders.ts';
import type { ReminderPolicy } from './policy.ts';
import { dayIn, instantAt } from './zone-time.ts';

/** A moment at which a reminder can come. */
export interface Moment {
  readonly time: ReminderTime;
  /** ISO date in the person's zone. */
  readonly day: string;
  readonly at: Date;
}

/** What a last day is held against. */
export interface ScheduleParts {
  readonly policy: ReminderPolicy;
  readonly calendar: CalendarFile;
  /** IANA name. */
  readonly zone: string;
  readonly now: Date;
}

/**
 * The day to act on: the last day, or the working day before it when offices are closed on it. A working day that has
 * passed already is of no use; then it is the last day itself.
 */
export function dayToAct(lastDay: string, calendar: CalendarFile, today: string): string {
  const open = workingDayUpTo(lastDay, createCalendar(calendar));
  return open < today ? lastDay : open;
}

/** The moments that still lie ahead: some days before the day to act, and on its morning. Empty when it is too late, or too far ahead to be promised. */
export function momentsFor(lastDay: string, { policy, calendar, zone, now }: ScheduleParts): Moment[] {
  const today = dayIn(zone, now);
  if (daysBetween(today, lastDay) > policy.furthest_days) return [];
  const day = dayToAct(lastDay, calendar, today);
  const moments = [
    { time: 'before', day: addDays(day, -policy.days_before) },
    { time: 'day', day },
  ] as const;
  return moments
    .map((moment) => ({ ...moment, at: instantAt(moment.day, policy.hour, zone) }))
    .filter(({ at }) => at > now);
}

/** Tomorrow morning; `null` when that is after the last day. */
export function snoozeFor(lastDay: string, { policy, zone, now }: ScheduleParts): Moment | null {
  const day = addDays(dayIn(zone, now), 1);
  return day > lastDay ? null : { time: 'snooze', day, at: instantAt(day, policy.hour, zone) };
}
