import { addDays, almatyDate, weekday } from '../knowledge/almaty-time.ts';
import type { Calendar } from '../knowledge/calendar.ts';
import { formatDate } from '../messages/dates.ts';
import type { Speaker } from '../messages/speaker.ts';
import { almatyTime } from '../operations/clock.ts';
import { type DeskPolicy, weekdayNames } from './policy.ts';

/** Whether somebody is at the desk now, and else when. Times are Almaty's, `09:00`. */
export type DeskTime =
  | { readonly open: true; readonly until: string }
  /** `days` from today; 0 = later today. */
  | { readonly open: false; readonly date: string; readonly days: number; readonly from: string };

/** Holidays in a row are counted in days; beyond this the policy itself must be wrong. */
const mostDaysAhead = 60;

/** Where the desk stands at a moment. Holidays and moved working days are those of the calendar. */
export function deskTime(policy: Pick<DeskPolicy, 'hours'>, calendar: Calendar, now: Date): DeskTime {
  const today = almatyDate(now);
  const time = almatyTime(now);
  const hours = hoursOf(policy, calendar, today);
  if (hours !== null && time >= hours[0] && time < hours[1]) return { open: true, until: hours[1] };
  if (hours !== null && time < hours[0]) return { open: false, date: today, days: 0, from: hours[0] };
  for (let days = 1; days <= mostDaysAhead; days += 1) {
    const date = addDays(today, days);
    const ahead = hoursOf(policy, calendar, date);
    if (ahead !== null) return { open: false, date, days, from: ahead[0] };
  }
  throw new RangeError(`the desk is closed for ${mostDaysAhead} days: see content/policy/desk.yaml`);
}

function hoursOf(
  { hours }: Pick<DeskPolicy, 'hours'>,
  calendar: Calendar,
  date: string,
): readonly [string, string] | null {
  const own = hours[weekdayNames[weekday(date) - 1] ?? 'sunday'];
  const { day } = calendar.status(date);
  // A plain weekend is not special: a desk may well be open on Saturdays.
  if (day === undefined) return own ?? null;
  if (day.kind !== 'working') return null;
  return own ?? hours.monday ?? null;
}

/** When to expect an answer, in the reader's words. */
export function expectedAnswer(
  policy: Pick<DeskPolicy, 'hours' | 'answer_within_hours'>,
  calendar: Calendar,
  now: Date,
  { t, locale, convert }: Pick<Speaker, 't' | 'locale' | 'convert'>,
): string {
  const at = deskTime(policy, calendar, now);
  if (at.open) {
    const left = minutesOf(at.until) - minutesOf(almatyTime(now));
    return left >= policy.answer_within_hours * 60
      ? t('desk.expected.soon', { count: policy.answer_within_hours })
      : t('desk.expected.late', { time: at.until });
  }
  if (at.days === 0) return t('desk.expected.today', { time: at.from });
  if (at.days === 1) return t('desk.expected.tomorrow', { time: at.from });
  return t('desk.expected.day', {
    weekday: t(`desk.weekday.${weekdayNames[weekday(at.date) - 1]}`),
    date: formatDate(at.date, locale, (text) => convert(text)),
    time: at.from,
  });
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
