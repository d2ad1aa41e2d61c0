import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dutiesFor } from '../../src/duties/compute.ts';
import { addMonths, type Counting, countTerm } from '../../src/duties/count.ts';
import { addDays, daysBetween } from '../../src/knowledge/almaty-time.ts';
import { calendar, duties } from './content.ts';

// The same cases on every run: a failure must not come and go.
fc.configureGlobal({ seed: 20261121, numRuns: 500 });

const day = fc.integer({ min: 0, max: 5 * 366 }).map((days) => addDays('2025-01-01', days));
const counting = fc.constantFrom<Counting>('from_day', 'from_next_day');
const term = fc.record({
  count: fc.integer({ min: 1, max: 120 }),
  unit: fc.constantFrom('working' as const, 'calendar' as const, 'month' as const),
  direction: fc.constant('after' as const),
});
const duty = fc.constantFrom(...duties);

test('a term of working days ends on a working day', () => {
  fc.assert(
    fc.property(day, term, counting, (start, rule, how) => {
      const { date } = countTerm(start, { ...rule, unit: 'working' }, how, calendar);
      expect(calendar.isDayOff(date)).toBe(false);
    }),
  );
});

test('a term of n working days holds n working days', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 40 }), counting, (start, count, how) => {
      const rule = { count, unit: 'working', direction: 'after' } as const;
      const { date } = countTerm(start, rule, how, calendar);
      const first = how === 'from_day' ? start : addDays(start, 1);
      const days = Array.from({ length: daysBetween(first, date) + 1 }, (_, at) => addDays(first, at));
      expect(days.filter((each) => !calendar.isDayOff(each))).toHaveLength(count);
    }),
  );
});

test('a later start never ends earlier', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 40 }), term, counting, (start, later, rule, how) => {
      const one = countTerm(start, rule, how, calendar).date;
      const two = countTerm(addDays(start, later), rule, how, calendar).date;
      expect(one <= two).toBe(true);
    }),
  );
});

test('a longer term never ends earlier', () => {
  fc.assert(
    fc.property(day, term, counting, (start, rule, how) => {
      const one = countTerm(start, rule, how, calendar).date;
      const two = countTerm(start, { ...rule, count: rule.count + 1 }, how, calendar).date;
      expect(one <= two).toBe(true);
    }),
  );
});

test('counting the first day never ends later, and no more than one working day earlier', () => {
  fc.assert(
    fc.property(day, term, (start, rule) => {
      const early = countTerm(start, rule, 'from_day', calendar).date;
      const late = countTerm(start, rule, 'from_next_day', calendar).date;
      expect(early <= late).toBe(true);
      if (rule.unit === 'working') expect(calendar.addWorkingDays(early, 1).date >= late).toBe(true);
      else expect(daysBetween(early, late)).toBe(1);
    }),
  );
});

test('a month later is the same day, or the last of a shorter month', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 24 }), (start, months) => {
      const moved = addMonths(start, months);
      const sameDay = moved.slice(8) === start.slice(8);
      const lastOfMonth = addDays(moved, 1).endsWith('-01');
      expect(sameDay || (lastOfMonth && moved.slice(8) < start.slice(8))).toBe(true);
    }),
  );
});

test('of every duty the earliest reading is advised, and no reading stands twice', () => {
  fc.assert(
    fc.property(duty, day, fc.integer({ min: 0, max: 10 }), ({ who, clock, applies }, date, travel) => {
      const events = Object.fromEntries(
        clock.events.map((event, at) => [event, addDays(date, -at * travel)]),
      );
      const dutyCase = { who: who[0] ?? 'guest', citizenship: applies.countries?.[0], events };
      for (const line of dutiesFor(dutyCase, { calendar, duties, today: '2025-01-01' })) {
        const days = line.readings.map(({ lastDay }) => lastDay);
        expect(days).toEqual([...new Set(days)].sort());
        expect(line.lastDay).toBe(days[0]);
        if (line.duty.clock.unit === 'working') expect(line.workday).toBe(line.lastDay);
        expect(line.workday <= line.lastDay).toBe(true);
      }
    }),
  );
});
