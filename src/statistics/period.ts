import { addDays, almatyDate } from '../knowledge/almaty-time.ts';
import { startOfAlmatyDay } from '../operations/clock.ts';

export const periods = ['day', 'week', 'month'] as const;
/** The last 24 hours, 7 days or 30 days. */
export type Period = (typeof periods)[number];

/** A period cut into pieces: hours of a day, days of a week or month. */
export interface Span {
  readonly since: Date;
  /** Not included. */
  readonly until: Date;
  readonly pieceMs: number;
  /** Beginnings of the pieces, in order. */
  readonly pieces: readonly Date[];
  /** Days in Almaty, both included. */
  readonly days: readonly [string, string];
}

const hour = 60 * 60_000;
const day = 24 * hour;

/** The period that ends now. Days are whole days of Almaty, today's as far as it has come; hours are whole hours. */
export function spanOf(period: Period, now: Date): Span {
  const until = new Date(now.getTime() + 1);
  const pieceMs = period === 'day' ? hour : day;
  const count = { day: 24, week: 7, month: 30 }[period];
  const today = almatyDate(now);
  const since =
    period === 'day'
      ? new Date(Math.floor(now.getTime() / hour) * hour - (count - 1) * hour)
      : startOfAlmatyDay(addDays(today, 1 - count));
  return {
    since,
    until,
    pieceMs,
    pieces: Array.from({ length: count }, (_, index) => new Date(since.getTime() + index * pieceMs)),
    days: [almatyDate(since), today],
  };
}
