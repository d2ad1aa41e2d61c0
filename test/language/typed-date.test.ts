import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typedDate } from '../../src/language/typed-date.ts';

const today = '2026-11-21';

describe('a date as people type it', () => {
  it.each([
    ['12.11', '2026-11-12'],
    ['12.11.2026', '2026-11-12'],
    ['12/11/26', '2026-11-12'],
    ['2026-11-12', '2026-11-12'],
    ['въехал 20 июня 2026 года', '2026-06-20'],
    ['20 июня', '2026-06-20'],
    ['2026 жылғы 20 маусымда келдім', '2026-06-20'],
    ['20 маусым', '2026-06-20'],
    ['кеше келді', '2026-11-20'],
    ['вчера', '2026-11-20'],
    ['ертең', '2026-11-22'],
    ['послезавтра', '2026-11-23'],
    ['3 күн бұрын', '2026-11-18'],
    ['үш күн бұрын', '2026-11-18'],
    ['неделю назад', '2026-11-14'],
    ['через 2 недели', '2026-12-05'],
    ['2 аптадан кейін', '2026-12-05'],
    ['eki kun buryn', '2026-11-19'],
    ['31.12', '2026-12-31'],
  ])('%s', (text, date) => {
    expect(typedDate(text, today)).toEqual({ date, precision: 'day' });
  });

  it('a month or a year alone keeps its precision', () => {
    expect(typedDate('в мае 2025', today)).toEqual({ date: '2025-05-01', precision: 'month' });
    expect(typedDate('2024 жылы', today)).toEqual({ date: '2024-01-01', precision: 'year' });
  });

  it.each(['31.02.2026', '18-85 шешім', 'қазан', 'майлы', '30 күн ішінде', 'B10 виза', ''])(
    'none in "%s"',
    (text) => {
      expect(typedDate(text, today)).toBeNull();
    },
  );

  it('a day without a year is never more than 61 days ahead', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }), (day, month) => {
        const found = typedDate(`${day}.${String(month).padStart(2, '0')}`, today);
        return found !== null && found.date <= '2027-01-21' && found.date > '2025-11-21';
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => typedDate(text, today) !== undefined));
  });
});
