import { describe, expect, it } from 'vitest';
import { almatyDate, almatyTime, daysBefore, startOfAlmatyDay } from '../../src/operations/clock.ts';
import { createIds } from '../../src/operations/ids.ts';

describe('Almaty time', () => {
  it('is five hours ahead of UTC', () => {
    const moment = new Date('2026-06-30T19:30:00Z');
    expect([almatyDate(moment), almatyTime(moment)]).toEqual(['2026-07-01', '00:30']);
  });

  it('was six hours ahead before 1 March 2024', () => {
    expect(almatyTime(new Date('2024-02-01T00:00:00Z'))).toBe('06:00');
    expect(startOfAlmatyDay('2024-02-01')).toEqual(new Date('2024-01-31T18:00:00Z'));
  });

  it('begins a day at midnight in Almaty', () => {
    expect(startOfAlmatyDay('2026-07-01')).toEqual(new Date('2026-06-30T19:00:00Z'));
  });

  it.each(['', '2026-02-30', '2026-7-1', 'today', '2026-07-01T05:00'])('refuses %j', (text) => {
    expect(() => startOfAlmatyDay(text)).toThrow(RangeError);
  });

  it('counts days back', () => {
    expect(daysBefore(new Date('2026-07-01T00:00:00Z'), 30)).toEqual(new Date('2026-06-01T00:00:00Z'));
  });
});

describe('ids', () => {
  it('are made from the randomness given', () => {
    const ids = createIds((bytes) => new Uint8Array(bytes).fill(33));
    expect(ids.id()).toBe('1111111111111111');
    expect(ids.secret()).toHaveLength(43);
  });

  it('do not repeat', () => {
    const ids = createIds();
    const made = Array.from({ length: 1000 }, () => ids.id());
    expect(new Set(made).size).toBe(1000);
    for (const id of made) expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/);
  });
});
