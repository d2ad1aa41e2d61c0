import { beforeAll, describe, expect, it } from 'vitest';
import { type Core, createCore } from '../../src/core.ts';
import { zoneOf } from '../../src/reminders/policy.ts';
import { dayToAct, momentsFor, snoozeFor } from '../../src/reminders/schedule.ts';
import { clockIn, dayIn, instantAt } from '../../src/reminders/zone-time.ts';
import { policy } from './given.ts';

let core: Core;
beforeAll(() => {
  core = createCore();
});
const given = (now: string, zone = 'Asia/Almaty') => ({
  policy,
  calendar: core.knowledge.calendar,
  zone,
  now: new Date(now),
});
const moments = (lastDay: string, now: string, zone?: string) =>
  momentsFor(lastDay, given(now, zone)).map(({ time, at }) => `${time} ${at.toISOString()}`);

describe('the hour of a zone', () => {
  it.each([
    ['Asia/Almaty', '2026-12-01T04:00:00.000Z'],
    ['Asia/Shanghai', '2026-12-01T01:00:00.000Z'],
    ['Asia/Urumqi', '2026-12-01T03:00:00.000Z'],
    ['Asia/Hovd', '2026-12-01T02:00:00.000Z'],
    ['Europe/Istanbul', '2026-12-01T06:00:00.000Z'],
    ['Asia/Tehran', '2026-12-01T05:30:00.000Z'],
    ['Asia/Kabul', '2026-12-01T04:30:00.000Z'],
    ['Europe/Moscow', '2026-12-01T06:00:00.000Z'],
  ])('nine in the morning in %s is %s', (zone, instant) => {
    expect(instantAt('2026-12-01', 9, zone).toISOString()).toBe(instant);
    expect(clockIn(zone, new Date(instant))).toBe('09:00');
  });

  it('knows the day there, which may be another', () => {
    const night = new Date('2026-11-30T20:00:00Z');
    expect(dayIn('Asia/Almaty', night)).toBe('2026-12-01');
    expect(dayIn('Europe/Istanbul', night)).toBe('2026-11-30');
  });

  it('every zone of the policy is one, and the default is among them', () => {
    for (const { zone } of policy.zones) expect(clockIn(zone, new Date())).toMatch(/^\d\d:\d\d$/);
    expect(zoneOf(policy, null).zone).toBe('Asia/Almaty');
    expect(zoneOf(policy, 'Mars/Olympus').zone).toBe('Asia/Almaty');
  });
});

describe('moments of a last day', () => {
  it('are three days before and on its morning', () => {
    expect(moments('2026-12-01', '2026-11-20T09:00:00Z')).toEqual([
      'before 2026-11-28T04:00:00.000Z',
      'day 2026-12-01T04:00:00.000Z',
    ]);
  });

  it('follow the zone', () => {
    expect(moments('2026-12-01', '2026-11-20T09:00:00Z', 'Europe/Istanbul')).toEqual([
      'before 2026-11-28T06:00:00.000Z',
      'day 2026-12-01T06:00:00.000Z',
    ]);
  });

  it('leave out what has passed', () => {
    expect(moments('2026-12-01', '2026-11-29T09:00:00Z')).toEqual(['day 2026-12-01T04:00:00.000Z']);
    expect(moments('2026-12-01', '2026-12-01T04:00:00Z')).toEqual([]);
  });

  it('are counted from the working day before when offices are closed on the last one', () => {
    // 29 November 2026 is a Sunday.
    expect(moments('2026-11-29', '2026-11-20T09:00:00Z')).toEqual([
      'before 2026-11-24T04:00:00.000Z',
      'day 2026-11-27T04:00:00.000Z',
    ]);
    // On the Saturday there is no working day left, but the last day itself.
    expect(moments('2026-11-29', '2026-11-28T03:00:00Z')).toEqual(['day 2026-11-29T04:00:00.000Z']);
    expect(dayToAct('2026-11-29', core.knowledge.calendar, '2026-11-28')).toBe('2026-11-29');
  });

  it('are not promised for days further than people are remembered', () => {
    expect(moments('2028-12-01', '2026-11-20T09:00:00Z')).toEqual([]);
  });

  it('once more tomorrow, unless that is too late', () => {
    expect(snoozeFor('2026-12-01', given('2026-11-28T04:00:00Z'))?.day).toBe('2026-11-29');
    expect(snoozeFor('2026-12-01', given('2026-12-01T04:00:00Z'))).toBeNull();
  });
});
