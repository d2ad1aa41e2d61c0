import { citeSource } from '../answer/compose/cite.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { paragraph, reply } from '../messages/build.ts';
import type { Speaker } from '../messages/speaker.ts';
import { calendarFile } from '../reminders/calendar-file.ts';
import type { ReminderPolicy } from '../reminders/policy.ts';
import { dayToAct } from '../reminders/schedule.ts';
import type { Subject } from '../reminders/subject.ts';
import type { Turn } from './conversation.ts';
import type { Visit } from './module.ts';
import { tell } from './turns.ts';

/** A last day as a calendar file, and how to use it. */
export async function calendarTurn(about: {
  readonly visit: Visit;
  readonly knowledge: Pick<Knowledge, 'sources' | 'calendar'>;
  readonly speaker: Speaker;
  readonly policy: ReminderPolicy;
  readonly about: string;
  readonly lastDay: string;
  readonly subject: Subject;
  readonly today: string;
}): Promise<Turn> {
  const { visit, knowledge, speaker, policy, subject, lastDay } = about;
  const { t } = speaker;
  const day = dayToAct(lastDay, knowledge.calendar, about.today);
  const sources = subject.sources.flatMap((reference) => {
    const source = knowledge.sources.get(reference.source);
    return source === undefined ? [] : [citeSource(reference, source, speaker).citation.line];
  });
  const lines = [
    t('reminder.last_day', { date: speaker.date(lastDay) }),
    ...(day === lastDay ? [] : [t('duty.closed', { date: speaker.date(day) })]),
    ...(subject.todo === null ? [] : [t('duty.do', { text: speaker.say(subject.todo) })]),
    ...(subject.missed === null ? [] : [t('duty.missed', { text: speaker.say(subject.missed) })]),
    ...(subject.uncertain === null ? [] : [`${t('answer.uncertain')}: ${speaker.say(subject.uncertain)}`]),
    ...sources.map((line) => `${t('answer.sources')}: ${line}`),
    t('web.footer'),
  ];
  const file = await calendarFile({ about: about.about, subject, lastDay, day, lines }, policy, speaker);
  const told = reply(visit.locale, [paragraph(t('reminder.calendar_ready'))]);
  return { ...tell(visit, told), files: [file] };
}
