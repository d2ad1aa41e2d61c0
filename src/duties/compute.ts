import { daysBetween } from '../knowledge/almaty-time.ts';
import type { Calendar, Certainty } from '../knowledge/calendar.ts';
import type { Duty, DutyEvent, DutyWho } from '../knowledge/schema/duty.ts';
import { type Counted, type Counting, countTerm, workingDayUpTo } from './count.ts';
import { type DutyNote, notesOf } from './notes.ts';

/** Somebody's case. Dates are ISO days in Almaty (`2026-11-23`). */
export interface DutyCase {
  readonly who: DutyWho;
  /** ISO 3166-1 alpha-2; absent when not known. */
  readonly citizenship?: string | undefined;
  readonly events: Readonly<Partial<Record<DutyEvent, string>>>;
}

/** What duties are counted with. */
export interface DutyParts {
  readonly calendar: Calendar;
  /** All duties of the content. */
  readonly duties: Iterable<Duty>;
  /** Today in Almaty. */
  readonly today: string;
}

/** One way to count a duty. */
export interface DutyReading {
  readonly lastDay: string;
  readonly counting: Counting;
  /** The event it was counted from, and its day. */
  readonly event: DutyEvent;
  readonly eventDate: string;
}

/** A duty with its last day. */
export interface DutyLine {
  readonly duty: Duty;
  /** The last day: the earliest of all readings. */
  readonly lastDay: string;
  /** The last day, or the working day before it when offices are closed on it; never before the event itself. */
  readonly workday: string;
  /** Each possible last day once, the earliest first. More than one: the law or the sources leave it open. */
  readonly readings: readonly [DutyReading, ...DutyReading[]];
  /** Days from today to the last day: 0 is the last day itself, negative is too late. */
  readonly daysLeft: number;
  /** How sure the calendar is on the way to the latest reading; how sure the rule is stands in `duty.confidence`. */
  readonly certainty: Certainty;
  /** What a person should be told of the count; `noteText` puts it in words. */
  readonly notes: readonly DutyNote[];
  /** Names of the figures of the fines, mildest first. */
  readonly fine: readonly string[];
}

const sureness: readonly Certainty[] = ['official', 'expected', 'unknown'];

/**
 * Every duty of a case with its last day, the soonest first. Pure.
 *
 * A duty counts from each of its events that is known, in each reading the law leaves open; the earliest day is the one to
 * keep. Advice on what to do before the end of a stay is counted from the end given, or else from the end of the
 * visa-free stay found here. What had to be done before an event that is past is left out.
 *
 * @throws RangeError when an event or today is no calendar date
 */
export function dutiesFor(dutyCase: DutyCase, parts: DutyParts): DutyLine[] {
  const duties = [...parts.duties].filter((duty) => concerns(duty, dutyCase));
  const expiry = dutyCase.events.expiry;
  const limits = expiry === undefined ? duties.filter((duty) => duty.ends_stay) : [];
  const limitLines = lines(limits, dutyCase, parts);
  const end = expiry ?? limitLines.map(({ lastDay }) => lastDay).sort()[0];
  const events = end === undefined ? dutyCase.events : { ...dutyCase.events, expiry: end };
  const others = duties.filter((duty) => !duty.ends_stay);
  return [...limitLines, ...lines(others, { ...dutyCase, events }, parts)].sort(
    (a, b) => a.lastDay.localeCompare(b.lastDay) || a.duty.id.localeCompare(b.duty.id),
  );
}

/** Whether a duty is one of that person, of whatever day. */
export function concerns({ who, applies }: Duty, dutyCase: DutyCase): boolean {
  const { citizenship } = dutyCase;
  if (!who.includes(dutyCase.who)) return false;
  if (applies.countries !== undefined)
    return citizenship !== undefined && applies.countries.includes(citizenship);
  return citizenship === undefined || !(applies.except ?? []).includes(citizenship);
}

function lines(duties: readonly Duty[], dutyCase: DutyCase, parts: DutyParts): DutyLine[] {
  return duties.flatMap((duty) => {
    const line = lineOf(duty, dutyCase, parts);
    return line === null ? [] : [line];
  });
}

function lineOf(duty: Duty, { events }: DutyCase, { calendar, today }: DutyParts): DutyLine | null {
  const { clock, applies } = duty;
  const counted = clock.events.flatMap((event) => {
    const date = events[event];
    if (date === undefined || date < (applies.from ?? '') || date > (applies.to ?? '9999')) return [];
    if (clock.direction === 'before' && date < today) return [];
    return countings(clock.start).map((counting) => ({
      reading: { counting, event, eventDate: date },
      count: countTerm(date, clock, counting, calendar),
    }));
  });
  const inOrder = counted.sort((a, b) => a.count.date.localeCompare(b.count.date));
  const [first, ...rest] = onePerDay(inOrder).map(({ reading, count }) => ({
    lastDay: count.date,
    ...reading,
  }));
  if (first === undefined) return null;
  const counts = inOrder.map(({ count }) => count);
  const readings: DutyLine['readings'] = [first, ...rest];
  const lastDay = first.lastDay;
  const workday = workingDayUpTo(lastDay, calendar);
  const certainty = leastSure(counts);
  return {
    duty,
    lastDay,
    workday: clock.direction === 'after' && workday < first.eventDate ? first.eventDate : workday,
    readings,
    daysLeft: daysBetween(today, lastDay),
    certainty,
    notes: notesOf({ clock, readings, counts, certainty, closed: workday !== lastDay }),
    fine: duty.fines,
  };
}

function countings(start: Duty['clock']['start']): readonly Counting[] {
  if (start === 'both') return ['from_day', 'from_next_day'];
  return [start === 'same_day' ? 'from_day' : 'from_next_day'];
}

/** Two readings that end on one day need not be told apart. */
function onePerDay<T extends { readonly count: Counted }>(counted: readonly T[]): T[] {
  return counted.filter(({ count }, index) => count.date !== counted[index - 1]?.count.date);
}

function leastSure(counts: readonly Counted[]): Certainty {
  const worst = Math.max(...counts.map(({ certainty }) => sureness.indexOf(certainty)));
  return sureness[worst] ?? 'unknown';
}
