import { citeSource, sourcesBlock } from '../answer/compose/cite.ts';
import { daysBetween } from '../knowledge/almaty-time.ts';
import { createCalendar } from '../knowledge/calendar.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { scriptOf } from '../language/locale.ts';
import { heading, list, note, paragraph, reply } from '../messages/build.ts';
import type { Block, Button, Reply } from '../messages/reply.ts';
import type { Speaker } from '../messages/speaker.ts';
import type { Reminder } from '../store/ports/reminders.ts';
import { dayToAct } from './schedule.ts';
import type { Subject } from './subject.ts';

type Content = Pick<Knowledge, 'sources' | 'calendar'>;

/**
 * A reminder as the person reads it: what by which day, what to do, where it stands. When the content no longer knows
 * what it was about, or counts it by another rule, the day is told all the same, and that it has to be checked.
 *
 * @param today ISO date in the person's zone
 * @param snooze whether "tomorrow again" is still in time
 */
export function reminderReply(
  reminder: Pick<Reminder, 'about' | 'lastDay' | 'rule'>,
  subject: Subject | null,
  knowledge: Content,
  speaker: Speaker,
  today: string,
  snooze: boolean,
): Reply {
  const { t } = speaker;
  const { about, lastDay } = reminder;
  const title = subject === null ? t('reminder.unknown') : speaker.say(subject.title);
  const changed = subject === null || subject.rule !== reminder.rule;
  const later: Button[] = snooze
    ? [{ label: t('reminder.snooze'), action: { do: 'remind_snooze', about, day: lastDay } }]
    : [];
  return reply(
    speaker.locale,
    [
      heading(t('reminder.heading', { title })),
      ...dayBlocks(lastDay, knowledge, speaker, today),
      ...(changed ? [note('warning', t('reminder.changed'))] : []),
      ...(subject === null ? [] : subjectBlocks(subject, knowledge, speaker)),
      paragraph(t('reminder.forgotten')),
      ...(subject === null || scriptOf(speaker.locale) === 'cyrl'
        ? []
        : [note('converted', t('answer.converted_note'))]),
    ],
    [
      [{ label: t('reminder.done'), action: { do: 'remind_done', about, day: lastDay } }, ...later],
      waysOn(subject, speaker),
    ],
  );
}

/** The last day and how far it is; the working day before it when offices are closed on it. */
export function dayBlocks(
  lastDay: string,
  { calendar }: Pick<Content, 'calendar'>,
  speaker: Speaker,
  today: string,
): Block[] {
  const left = daysBetween(today, lastDay);
  const date = speaker.date(lastDay);
  const state =
    left > 0
      ? note('info', speaker.t('duty.left', { date, count: left }))
      : note(
          'urgent',
          left === 0 ? speaker.t('duty.today', { date }) : speaker.t('duty.passed', { date, count: -left }),
        );
  const day = dayToAct(lastDay, calendar, today);
  const closed = left > 0 && day !== lastDay && !createCalendar(calendar).isDayOff(day);
  return closed ? [state, note('warning', speaker.t('duty.closed', { date: speaker.date(day) }))] : [state];
}

function subjectBlocks(subject: Subject, { sources }: Content, speaker: Speaker): Block[] {
  const cited = subject.sources.flatMap((reference) => {
    const source = sources.get(reference.source);
    return source === undefined ? [] : [citeSource(reference, source, speaker)];
  });
  const lines = [
    ...(subject.todo === null ? [] : [speaker.t('duty.do', { text: speaker.say(subject.todo) })]),
    ...(subject.missed === null ? [] : [speaker.t('duty.missed', { text: speaker.say(subject.missed) })]),
  ];
  return [
    ...(lines.length === 0 ? [] : [list(lines)]),
    ...(subject.uncertain === null
      ? []
      : [note('uncertain', `${speaker.t('answer.uncertain')}: ${speaker.say(subject.uncertain)}`)]),
    sourcesBlock(cited, speaker),
  ];
}

function waysOn(subject: Subject | null, speaker: Speaker): Button[] {
  const guide: Button =
    subject?.guide == null
      ? { label: speaker.t('guide.title'), action: { do: 'guides' } }
      : { label: speaker.t('button.guide'), action: { do: 'guide', id: subject.guide } };
  return subject?.entry == null
    ? [guide]
    : [{ label: speaker.t('reminder.answer'), action: { do: 'entry', id: subject.entry } }, guide];
}
