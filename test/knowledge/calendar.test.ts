import { expect, test } from 'vitest';
import { createCalendar } from '../../src/knowledge/calendar.ts';
import { readYaml } from '../../src/knowledge/read-yaml.ts';
import { CalendarFile } from '../../src/knowledge/schema/calendar.ts';

const file = readYaml(`${import.meta.dirname}/../../content/calendar.yaml`, CalendarFile);
if (!file.ok) throw new Error(JSON.stringify(file.faults));
const calendar = createCalendar(file.value);

test.each([
  ['2026-11-21', true, 'a Saturday'],
  ['2026-11-23', false, 'a Monday'],
  ['2026-12-16', true, 'Independence Day on a Wednesday'],
  ['2026-03-25', true, 'moved from Nauryz at the weekend'],
  ['2026-05-27', true, 'the first day of Kurban ait'],
  ['2026-08-31', false, 'no longer off after the referendum'],
  ['2025-01-05', false, 'a Sunday worked instead of 3 January'],
  ['2025-01-03', true, 'off instead of 5 January'],
])('%s: off is %s (%s)', (date, off) => {
  expect(calendar.isDayOff(date)).toBe(off);
});

test('three working days after a Monday end on Thursday', () => {
  expect(calendar.addWorkingDays('2026-11-23', 3)).toMatchObject({
    date: '2026-11-26',
    certainty: 'official',
  });
});

test('the day of the event can count itself', () => {
  expect(calendar.addWorkingDays('2026-11-23', 3, { countStart: true }).date).toBe('2026-11-25');
});

test('a holiday on the way is passed over and named', () => {
  const { date, skipped } = calendar.addWorkingDays('2026-12-14', 3);
  expect({ date, skipped: skipped.map((day) => day.date) }).toEqual({
    date: '2026-12-18',
    skipped: ['2026-12-16'],
  });
});

test('weekends are passed over in silence', () => {
  expect(calendar.addWorkingDays('2026-11-20', 1)).toMatchObject({ date: '2026-11-23', skipped: [] });
});

test('a count that reaches 2027 is only expected: its calendar is not published', () => {
  expect(calendar.addWorkingDays('2026-12-31', 1)).toMatchObject({
    date: '2027-01-05',
    certainty: 'expected',
  });
});

test('a count over the middle of May 2027 says that Kurban ait is not dated', () => {
  expect(calendar.addWorkingDays('2027-05-12', 3).open[0]?.name.ru).toBe('Первый день Курбан-айта');
  expect(calendar.addWorkingDays('2027-06-01', 3).open).toEqual([]);
});

test('a year without a calendar gives plain weeks of unknown certainty', () => {
  expect(calendar.addWorkingDays('2031-01-06', 1)).toMatchObject({
    date: '2031-01-07',
    certainty: 'unknown',
  });
});

test('no days added is the day itself', () => {
  expect(calendar.addWorkingDays('2026-11-21', 0).date).toBe('2026-11-21');
});

test.each([-1, 1.5, Number.NaN, 5000])('%s working days are refused', (n) => {
  expect(() => calendar.addWorkingDays('2026-11-21', n)).toThrow(RangeError);
});

test('every weekend holiday of 2025-2027 that moves has its day off', () => {
  for (const year of [2025, 2026, 2027]) {
    const days = calendar.days(year);
    const weekend = days.filter(
      (day) => day.kind === 'holiday' && [0, 6].includes(new Date(`${day.date}T00:00:00Z`).getUTCDay()),
    );
    const moved = days.filter((day) => day.kind === 'transferred');
    // 3 January 2025 replaces a Sunday, not a holiday.
    expect(moved.length).toBe(weekend.length + (year === 2025 ? 1 : 0));
  }
});
