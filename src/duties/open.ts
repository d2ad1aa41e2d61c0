import type { Duty, DutyClock, DutyEvent } from '../knowledge/schema/duty.ts';
import { concerns, type DutyCase, type DutyParts } from './compute.ts';

/** Roughly how long a unit is in days: only to put terms in order. */
const length: Readonly<Record<DutyClock['unit'], number>> = { working: 1.4, calendar: 1, month: 30 };

/**
 * Duties of a case whose day nobody can name, because the day their clock runs from is not known: there is only a
 * term to tell. The shortest first. Pure.
 *
 * @param asked events whose day was asked for; a duty of another event is another matter
 */
export function openDuties(
  dutyCase: DutyCase,
  asked: readonly DutyEvent[],
  { duties, today }: Pick<DutyParts, 'duties' | 'today'>,
): Duty[] {
  const { events } = dutyCase;
  const unknown = (event: DutyEvent) => asked.includes(event) && events[event] === undefined;
  const open = [...duties].filter(
    ({ applies, clock, ends_stay }) =>
      (applies.from ?? '') <= today &&
      today <= (applies.to ?? '9999') &&
      clock.events.every((event) => events[event] === undefined) &&
      clock.events.some(unknown) &&
      !(ends_stay && events.expiry !== undefined),
  );
  return open
    .filter((duty) => concerns(duty, dutyCase))
    .sort((a, b) => daysOf(a.clock) - daysOf(b.clock) || a.id.localeCompare(b.id));
}

function daysOf({ count, unit }: DutyClock): number {
  return count * length[unit];
}
