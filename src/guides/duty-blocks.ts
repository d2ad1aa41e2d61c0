import { type DutyCase, type DutyLine, dutiesFor } from '../duties/compute.ts';
import { fineSum } from '../duties/money.ts';
import { type DutyNote, noteText } from '../duties/notes.ts';
import { openDuties } from '../duties/open.ts';
import { type Calendar, createCalendar } from '../knowledge/calendar.ts';
import type { Answers } from '../knowledge/guides/conditions.ts';
import type { Duty, DutyEvent } from '../knowledge/schema/duty.ts';
import { type GuideSection, otherCountry, unknownValue } from '../knowledge/schema/guide.ts';
import { languageOf } from '../language/locale.ts';
import { heading, list, note } from '../messages/build.ts';
import type { Block } from '../messages/reply.ts';
import type { Speaker } from '../messages/speaker.ts';
import type { GuideContent } from './parts.ts';

type DutiesSection = Extract<GuideSection, { kind: 'duties' }>;
type Parts = Pick<GuideContent, 'knowledge' | 'cite'>;

/** Said already by the line of the other readings and by what the duty itself leaves uncertain. */
const saidElsewhere: ReadonlySet<DutyNote['kind']> = new Set([
  'day_one_open',
  'event_open',
  'ends_on_day_off',
]);

/** The case that answers of a guide describe to a section. */
export function caseOf(section: DutiesSection, answers: Answers): DutyCase {
  const known = (step: string | undefined) => {
    const value = step === undefined ? undefined : answers[step];
    return value === unknownValue || value === otherCountry ? undefined : value;
  };
  const events: Partial<Record<DutyEvent, string>> = {};
  for (const [event, date] of dated(section, answers)) if (date !== unknownValue) events[event] = date;
  // A country that has no name here is still another country: rules for certain countries do not hold.
  const other = section.citizenship !== undefined && answers[section.citizenship] === otherCountry;
  const citizenship = other ? otherCountry : known(section.citizenship);
  return { who: section.who, ...(citizenship === undefined ? {} : { citizenship }), events };
}

/**
 * Duties that a section speaks of. Who was asked for the end of a visa or permit has one: the days of a visit without
 * a visa are not theirs, even when they could not name the end.
 */
function dutiesOf(section: DutiesSection, answers: Answers, { knowledge }: Pick<Parts, 'knowledge'>): Duty[] {
  const allowed = dated(section, answers).some(([event]) => event === 'expiry');
  return [...knowledge.duties.values()].filter(
    ({ id, ends_stay }) => !section.without.includes(id) && !(allowed && ends_stay),
  );
}

/** Duties of a section with their last days, the soonest first. */
export function linesOf(
  section: DutiesSection,
  answers: Answers,
  parts: Pick<GuideContent, 'knowledge'>,
  today: string,
): DutyLine[] {
  const calendar = createCalendar(parts.knowledge.calendar);
  return dutiesFor(caseOf(section, answers), { calendar, duties: dutiesOf(section, answers, parts), today });
}

/** Every duty of a section: those with a last day, then those of which only the term can be told. */
export function dutyBlocks(
  section: DutiesSection,
  answers: Answers,
  parts: Parts,
  speaker: Speaker,
  today: string,
): Block[] {
  const calendar = createCalendar(parts.knowledge.calendar);
  const asked = dated(section, answers).map(([event]) => event);
  const lines = linesOf(section, answers, parts, today);
  const open = openDuties(caseOf(section, answers), asked, {
    duties: dutiesOf(section, answers, parts),
    today,
  }).filter(({ id }) => !lines.some(({ duty }) => duty.id === id));
  const said: Said = { parts, speaker, today };
  return [
    ...(section.title === undefined ? [] : [note('info', speaker.say(section.title))]),
    ...lines.flatMap((line) => lineBlocks(line, calendar, said)),
    ...(open.length === 0 ? [] : [note('info', speaker.t('duty.no_day'))]),
    ...open.flatMap((duty) => [
      heading(speaker.say(duty.title)),
      list([...termLines(duty, speaker), ...whatToDo(duty, said)]),
      ...below(duty, said),
    ]),
  ];
}

interface Said {
  readonly parts: Parts;
  readonly speaker: Speaker;
  readonly today: string;
}

/** Events of a section whose step was on the way, with the day given or `unknown`. */
function dated({ events }: DutiesSection, answers: Answers): (readonly [DutyEvent, string])[] {
  return Object.entries(events).flatMap(([event, step]) => {
    const date = step === undefined ? undefined : answers[step];
    return date === undefined ? [] : [[event as DutyEvent, date] as const];
  });
}

function lineBlocks(line: DutyLine, calendar: Calendar, said: Said): Block[] {
  const { duty, daysLeft, lastDay } = line;
  const { speaker } = said;
  const date = speaker.date(lastDay);
  const state =
    daysLeft > 0
      ? note('info', speaker.t('duty.left', { date, count: daysLeft }))
      : note(
          'urgent',
          daysLeft === 0
            ? speaker.t('duty.today', { date })
            : speaker.t('duty.passed', { date, count: -daysLeft }),
        );
  return [
    heading(speaker.say(duty.title)),
    state,
    list([...countLines(line, calendar, speaker), ...whatToDo(duty, said)]),
    ...below(duty, said),
  ];
}

/** How sure the day is: other readings, closed offices, holidays on the way, a calendar nobody published. */
function countLines(line: DutyLine, calendar: Calendar, speaker: Speaker): string[] {
  const { readings, workday, lastDay, notes } = line;
  const others = readings.slice(1).map((reading) => speaker.date(reading.lastDay));
  const closed = workday !== lastDay && !calendar.isDayOff(workday);
  const language = languageOf(speaker.locale);
  return [
    ...(others.length === 0 ? [] : [speaker.t('duty.readings', { dates: speaker.join(others) })]),
    ...(closed ? [speaker.t('duty.closed', { date: speaker.date(workday) })] : []),
    ...notes
      .filter(({ kind }) => !saidElsewhere.has(kind))
      .map((each) => speaker.convert(noteText(each, language))),
  ];
}

function termLines({ clock }: Duty, speaker: Speaker): string[] {
  const events = speaker.join(clock.events.map((event) => speaker.t(`duty.event.${event}`)));
  const term = clock.direction === 'before' ? 'before' : clock.unit;
  return [speaker.t(`duty.term.${term}`, { count: clock.count, events })];
}

function whatToDo(duty: Duty, { parts, speaker, today }: Said): string[] {
  const { figures } = parts.knowledge;
  const fines = duty.fines.flatMap((name) => {
    const label = figures.figures[name]?.label;
    const sum = fineSum(name, { figures, date: today });
    if (label === undefined || !sum.ok) return [];
    const { formula, notes } = sum.value;
    const line = speaker.t('duty.fine', { what: speaker.say(label), sum: speaker.say(formula) });
    return [[line, ...notes.map((each) => speaker.say(each))].join(' ')];
  });
  return [
    speaker.t('duty.do', { text: speaker.say(duty.do) }),
    speaker.t('duty.missed', { text: speaker.say(duty.missed) }),
    ...fines,
  ];
}

function below({ uncertain, sources }: Duty, { parts, speaker }: Said): Block[] {
  return [
    ...(uncertain === undefined
      ? []
      : [note('uncertain', `${speaker.t('answer.uncertain')}: ${speaker.say(uncertain)}`)]),
    {
      type: 'sources',
      title: speaker.t('answer.sources'),
      items: sources.map((reference) => parts.cite(reference, speaker)),
    },
  ];
}
