import { looseKey } from '../language/keys/index.ts';
import { wordsOf } from '../language/tokens.ts';
import { typedDate } from '../language/typed-date.ts';
import { almatyDate, almatyTime, startOfAlmatyDay } from '../operations/clock.ts';

/** Hour of a day named without one. */
const usualHour = '10:00';
const day = 86_400_000;

/** Words after which a bare number is an hour. */
const hourWords = new Set(['в', 'сағат', 'час', 'часов', 'time'].map((word) => looseKey(word)));

/**
 * The coming moment a member of staff types, in Almaty's time: «ертең 9:30», «завтра в 10», «28.11 15:00»,
 * «28 қараша сағат 15», `2026-12-01 08:00`, `18:00` (today, or tomorrow when that has passed). A day without an hour is
 * its morning at ten. `null` when it names no moment, or one that has passed.
 */
export function typedMoment(text: string, now: Date): Date | null {
  const today = almatyDate(now);
  const { time, rest } = takeTime(text);
  const named = typedDate(rest, today);
  if (named === null && time === null) return null;
  if (named !== null && named.precision !== 'day') return null;
  const date = named === null ? today : coming(named.date, rest, today);
  const moment = at(date, time ?? usualHour);
  if (moment.getTime() > now.getTime()) return moment;
  return named === null && almatyTime(now) >= (time ?? '')
    ? at(almatyDate(new Date(now.getTime() + day)), time ?? usualHour)
    : null;
}

/** The hour of a text, and the text without it: `15.30` beside a date would be read as one. */
function takeTime(text: string): { readonly time: string | null; readonly rest: string } {
  const clock = /(?<![\d.])([01]?\d|2[0-3]):([0-5]\d)(?!\d)/u.exec(text);
  if (clock !== null) return { time: pad(clock[1], clock[2]), rest: text.replace(clock[0], ' ') };
  const words = wordsOf(text);
  for (const [index, word] of words.entries()) {
    if (!hourWords.has(looseKey(word))) continue;
    const hour = [words[index + 1], words[index - 1]].find((each) => /^([01]?\d|2[0-3])$/u.test(each ?? ''));
    if (hour === undefined) continue;
    return {
      time: pad(hour, '00'),
      rest: text.replace(new RegExp(`(?<!\\d)${hour}(?!\\d)(?!.*(?<!\\d)${hour}(?!\\d))`, 'u'), ' '),
    };
  }
  return { time: null, rest: text };
}

/** A day without a year that is long past is next year's; one that has just passed is a mistake. */
function coming(date: string, text: string, today: string): string {
  const past = (Date.parse(today) - Date.parse(date)) / day;
  if (past < 60 || /(?<!\d)20\d\d(?!\d)/u.test(text)) return date;
  return `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
}

function at(date: string, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(startOfAlmatyDay(date).getTime() + (hours * 60 + minutes) * 60_000);
}

function pad(hours: string | undefined, minutes: string | undefined): string {
  return `${String(hours).padStart(2, '0')}:${minutes}`;
}
