import { DateTime } from 'luxon';
import type { StoredAnnouncement } from '../store/ports/announcements.ts';

/** Almaty's offset, written out: older zone data still have it an hour ahead. */
const zone = 'UTC+5';

/** The moment a text names: ISO 8601; without an offset it is Almaty's time. `null` when it names none. */
export function momentOf(text: string): Date | null {
  const moment = DateTime.fromISO(text.trim(), { zone });
  return moment.isValid ? moment.toJSDate() : null;
}

/** The first turn of a series after `now`. A month without the first turn's day has it on its last day. */
export function nextTurn(
  { definition, startsAt }: Pick<StoredAnnouncement, 'definition' | 'startsAt'>,
  now: Date,
): Date {
  const { repeat, repeat_from: from } = definition;
  const first = DateTime.fromJSDate(from === undefined ? startsAt : new Date(from), { zone });
  const unit = repeat === 'monthly' ? 'months' : 'weeks';
  const passed = DateTime.fromJSDate(now, { zone }).diff(first, unit).as(unit);
  // Counted from the first turn each time: from one short month to the next the 31st would become the 28th for good.
  for (let turn = Math.max(0, Math.floor(passed)); ; turn += 1) {
    const moment = first.plus({ [unit]: turn }).toJSDate();
    if (moment.getTime() > now.getTime()) return moment;
  }
}
