import { describe, expect, it } from 'vitest';
import { typedMoment } from '../../src/staff/typed-moment.ts';

/** Saturday, 28 November 2026, 15:30 in Almaty. */
const now = new Date('2026-11-28T10:30:00Z');

describe('a moment as staff type it', () => {
  it.each([
    ['ертең 9:30', '2026-11-29T04:30:00Z'],
    ['завтра в 10', '2026-11-29T05:00:00Z'],
    ['завтра', '2026-11-29T05:00:00Z'],
    ['28.11 18:00', '2026-11-28T13:00:00Z'],
    ['29 қараша сағат 15', '2026-11-29T10:00:00Z'],
    ['29 ноября в 15', '2026-11-29T10:00:00Z'],
    ['01.12.2026 08:00', '2026-12-01T03:00:00Z'],
    ['2026-12-01 08:00', '2026-12-01T03:00:00Z'],
    ['15.03 09:00', '2027-03-15T04:00:00Z'],
    ['18:00', '2026-11-28T13:00:00Z'],
    ['9:00', '2026-11-29T04:00:00Z'],
    ['через неделю 12:00', '2026-12-05T07:00:00Z'],
  ])('%s', (text, moment) => {
    expect(typedMoment(text, now)).toEqual(new Date(moment));
  });

  it.each(['как-нибудь потом', 'вчера 10:00', '28.11.2026 09:00', 'в мае 2027'])('%s is none', (text) => {
    expect(typedMoment(text, now)).toBeNull();
  });
});
