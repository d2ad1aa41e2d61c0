import { describe, expect, it } from 'vitest';
import { deskTime } from '../../src/desk/hours.ts';
import { createCalendar } from '../../src/knowledge/calendar.ts';
import { core, policy } from './office.ts';

const calendar = createCalendar(core.knowledge.calendar);
const at = (moment: string) => deskTime(policy, calendar, new Date(`${moment}+05:00`));

describe('the desk', () => {
  it('is open on a working day from nine to six', () => {
    expect(at('2026-07-01T09:00:00')).toEqual({ open: true, until: '18:00' });
    expect(at('2026-07-01T17:59:59')).toEqual({ open: true, until: '18:00' });
  });

  it('opens later today before nine', () => {
    expect(at('2026-07-01T08:59:00')).toEqual({ open: false, date: '2026-07-01', days: 0, from: '09:00' });
  });

  it('opens tomorrow after six', () => {
    expect(at('2026-07-01T18:00:00')).toEqual({ open: false, date: '2026-07-02', days: 1, from: '09:00' });
  });

  it('passes over the weekend and the holiday after it', () => {
    // Friday evening; Monday 6 July is the Day of the Capital.
    expect(at('2026-07-03T19:00:00')).toEqual({ open: false, date: '2026-07-07', days: 4, from: '09:00' });
  });

  it('is open on a Sunday that is worked', () => {
    expect(at('2025-01-05T10:00:00')).toEqual({ open: true, until: '18:00' });
  });

  it('keeps hours of its own on a weekend when it has them', () => {
    const saturdays = { hours: { ...policy.hours, saturday: ['10:00', '14:00'] as const } };
    const saturday = new Date('2026-07-04T11:00:00+05:00');
    expect(deskTime(saturdays, calendar, saturday)).toEqual({ open: true, until: '14:00' });
  });
});
