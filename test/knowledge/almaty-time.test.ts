import { expect, test } from 'vitest';
import { addDays, almatyDate, daysBetween, today, weekday } from '../../src/knowledge/almaty-time.ts';

test('the day in Almaty begins at 19:00 UTC', () => {
  expect(almatyDate(new Date('2026-12-31T18:59:59Z'))).toBe('2026-12-31');
  expect(almatyDate(new Date('2026-12-31T19:00:00Z'))).toBe('2027-01-01');
});

test('today comes from the clock given', () => {
  expect(today({ now: () => new Date('2026-11-21T20:00:00Z') })).toBe('2026-11-22');
});

test('days are added over months, years and leap days', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
});

test('days between dates are whole and signed', () => {
  expect(daysBetween('2026-01-01', '2026-12-31')).toBe(364);
  expect(daysBetween('2026-01-02', '2026-01-01')).toBe(-1);
});

test('weeks begin on Monday', () => {
  expect([weekday('2026-11-23'), weekday('2026-11-29')]).toEqual([1, 7]);
});

test.each(['2026-02-30', '21.11.2026', ''])('%j is no date', (text) => {
  expect(() => addDays(text, 1)).toThrow(RangeError);
});
