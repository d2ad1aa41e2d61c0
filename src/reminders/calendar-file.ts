import { addDays } from '../knowledge/almaty-time.ts';
import { stripIsolates } from '../language/scripts/index.ts';
import type { ReplyFile } from '../messages/reply.ts';
import type { Speaker } from '../messages/speaker.ts';
import type { ReminderPolicy } from './policy.ts';
import type { Subject } from './subject.ts';

/** What a calendar file is made of. */
export interface CalendarEntry {
  /** Id of the duty or entry. */
  readonly about: string;
  readonly subject: Subject;
  /** ISO date of the last day. */
  readonly lastDay: string;
  /** ISO date to act on: the last day or the working day before it. */
  readonly day: string;
  /** Lines of the description: what to do, sources. */
  readonly lines: readonly string[];
}

/**
 * A last day as a calendar file (RFC 5545): a whole-day event with an alarm some days before and one on its morning. The
 * same duty and day give the same UID, so that adding it twice makes no second event.
 *
 * @throws Error when the day is no date
 */
export async function calendarFile(
  { about, subject, lastDay, day, lines }: CalendarEntry,
  { hour, days_before: before }: Pick<ReminderPolicy, 'hour' | 'days_before'>,
  speaker: Speaker,
): Promise<ReplyFile> {
  const title = speaker.t('reminder.event', {
    title: speaker.say(subject.title),
    date: speaker.date(lastDay),
  });
  const words = plain(title);
  // Counted from the midnight with which the day begins.
  const early = { before: true, days: before - 1, hours: 24 - hour };
  const morning = { before: false, hours: hour };
  // Seldom asked for, and not small: loaded when it is.
  const { createEvents } = await import('ics');
  const { error, value } = createEvents(
    [
      {
        uid: `${about}.${lastDay}@bagdar`,
        title: words,
        description: lines.map(plain).join('\n'),
        start: numbers(day),
        end: numbers(addDays(day, 1)),
        transp: 'TRANSPARENT',
        busyStatus: 'FREE',
        alarms: [early, morning].map((trigger) => ({
          action: 'display',
          // ics escapes titles and descriptions of events, but not of alarms.
          description: words.replace(/[\\;,]/gu, (sign) => `\\${sign}`),
          trigger,
        })),
      },
    ],
    { productId: '-//Bagdar//KK RU//', method: 'PUBLISH' },
  );
  if (value === null) throw error ?? new Error('the calendar file could not be made');
  return {
    name: `bagdar-${lastDay}.ics`,
    type: 'text/calendar; charset=utf-8',
    bytes: new TextEncoder().encode(folded(value)),
  };
}

/** Calendars show marks of direction as boxes. */
function plain(text: string): string {
  return stripIsolates(text).replace(/\s+/gu, ' ').trim();
}

function numbers(date: string): [number, number, number] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return [year, month, day];
}

/** Lines of at most 75 bytes: ics folds by characters, and two-byte letters make its lines twice too long for strict readers. */
function folded(text: string): string {
  const lines = text.replace(/\r\n[ \t]/gu, '').split('\r\n');
  return lines.map(fold).join('\r\n');
}

function fold(line: string): string {
  const parts: string[] = [''];
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > 74) {
      parts.push('');
      bytes = 0;
    }
    parts[parts.length - 1] += character;
    bytes += size;
  }
  return parts.join('\r\n ');
}
