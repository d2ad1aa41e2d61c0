import { addDays, daysBetween } from '../knowledge/almaty-time.ts';
import { type Certainty, createCalendar } from '../knowledge/calendar.ts';
import type { CalendarFile } from '../knowledge/schema/calendar.ts';
import type { GuideSection } from '../knowledge/schema/guide.ts';
import { note } from '../messages/build.ts';
import type { Block } from '../messages/reply.ts';
import type { Speaker } from '../messages/speaker.ts';
import type { GuideContent } from './parts.ts';

type Term = Pick<Extract<GuideSection, { kind: 'deadline' }>, 'count' | 'unit'>;

/** The last day of a term by both ways of counting, and how sure the calendar is of them. */
export interface LastDays {
  /** The day of the event is the first day: the earlier, safer reading. */
  readonly counted: string;
  /** Counting begins on the day after. */
  readonly notCounted: string;
  readonly certainty: Certainty;
}

/**
 * Last days of a term that begins with an event. The acts seen do not say whether the day of the event counts, and a
 * day too late is a fine, so both are given and the earlier one is advised.
 *
 * @param from ISO date of the event
 */
export function lastDays({ count, unit }: Term, from: string, file: CalendarFile): LastDays {
  if (unit === 'calendar')
    return { counted: addDays(from, count - 1), notCounted: addDays(from, count), certainty: 'official' };
  const calendar = createCalendar(file);
  const counted = calendar.addWorkingDays(from, count, { countStart: true });
  const later = calendar.addWorkingDays(from, count);
  return { counted: counted.date, notCounted: later.date, certainty: later.certainty };
}

/** A term with its last day, whether it has passed, and where it stands. */
export function deadlineBlocks(
  section: Extract<GuideSection, { kind: 'deadline' }>,
  from: string,
  { knowledge, cite }: Pick<GuideContent, 'knowledge' | 'cite'>,
  speaker: Speaker,
  today: string,
): Block[] {
  const { counted, notCounted, certainty } = lastDays(section, from, knowledge.calendar);
  const left = daysBetween(today, counted);
  const state = left < 0 ? 'passed' : left === 0 ? 'today' : 'left';
  return [
    note(
      state === 'left' ? 'info' : 'urgent',
      speaker.t(`guide.deadline.${state}`, {
        task: speaker.say(section.task),
        date: speaker.date(counted),
        later: speaker.date(notCounted),
      }),
    ),
    ...(certainty === 'official' ? [] : [note('uncertain', speaker.t('guide.deadline.calendar'))]),
    {
      type: 'sources',
      title: speaker.t('answer.sources'),
      items: section.sources.map((reference) => cite(reference, speaker)),
    },
  ];
}
