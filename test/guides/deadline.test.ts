import { expect, test } from 'vitest';
import { lastDays } from '../../src/guides/deadline.ts';
import { CalendarFile } from '../../src/knowledge/schema/calendar.ts';

const calendar = CalendarFile.parse({
  years: {
    2026: {
      basis: 'official',
      confidence: 'high',
      days: [
        {
          date: '2026-12-16',
          kind: 'holiday',
          name: { kk: 'Тәуелсіздік күні', ru: 'День Независимости' },
          confidence: 'low',
        },
      ],
    },
  },
});

// Worked by hand: 23.11.2026 is a Monday, 14.12.2026 a Monday with the holiday on the Wednesday after it.
test.each([
  ['2026-11-23', 3, 'working', '2026-11-25', '2026-11-26'],
  ['2026-11-21', 3, 'working', '2026-11-25', '2026-11-25'],
  ['2026-12-14', 3, 'working', '2026-12-17', '2026-12-18'],
  ['2026-11-27', 3, 'working', '2026-12-01', '2026-12-02'],
  ['2026-11-20', 10, 'calendar', '2026-11-29', '2026-11-30'],
  ['2026-01-31', 30, 'calendar', '2026-03-01', '2026-03-02'],
  ['2027-12-20', 14, 'calendar', '2028-01-02', '2028-01-03'],
  ['2028-02-28', 3, 'calendar', '2028-03-01', '2028-03-02'],
] as const)('%s + %i %s days: %s, or %s', (from, count, unit, counted, notCounted) => {
  expect(lastDays({ count, unit }, from, calendar)).toMatchObject({ counted, notCounted });
});

test('a term that runs into a year without a calendar is not called sure', () => {
  expect(lastDays({ count: 3, unit: 'working' }, '2026-12-31', calendar).certainty).toBe('unknown');
});
