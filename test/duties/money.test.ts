import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  certificateCeiling,
  fineSum,
  labourTax,
  type MoneyResult,
  relocationAid,
  rentAid,
  type Sum,
} from '../../src/duties/money.ts';
import { duties, knowledge } from './content.ts';

const on = (date: string) => ({ figures: knowledge.figures, date });
const now = on('2026-11-21');

function value<T>(result: MoneyResult<T>): T {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

/** Spaces that do not break, read as plain ones. */
const plain = ({ formula }: Sum) => ({
  kk: formula.kk.replaceAll('\u00a0', ' '),
  ru: formula.ru.replaceAll('\u00a0', ' '),
});

test('a family of four: the formula shows multiples, people, sum and the index', () => {
  const sum = value(relocationAid(4, now));
  expect(sum.tenge).toBe(1_211_000);
  expect(plain(sum)).toEqual({
    kk: '70 АЕК × 4 адам = 280 АЕК = 1 211 000 теңге (2026 жылғы АЕК — 4 325 теңге)',
    ru: '70 МРП × 4 чел. = 280 МРП = 1 211 000 тенге (МРП 2026 года — 4 325 тенге)',
  });
});

test('a family of five gets what the ministry published: 350 indices', () => {
  expect(value(relocationAid(5, now)).multiples).toBe(
    knowledge.figures.figures['aid.relocation_family_of_five']?.mrp,
  );
});

test('a past year has its own index', () => {
  expect(value(relocationAid(1, on('2025-06-01'))).tenge).toBe(70 * 3932);
});

test('rent is a range; the year pays twelve months', () => {
  const { least, most } = value(rentAid(12, now));
  expect([least.tenge, most.tenge]).toEqual([15 * 12 * 4325, 30 * 12 * 4325]);
  expect(least.notes).toEqual([]);
});

test('more months than are paid are counted as those that are, and said', () => {
  const { most } = value(rentAid(14, now));
  expect(most.tenge).toBe(30 * 12 * 4325);
  expect(most.notes.at(-1)?.ru).toBe('Аренду оплачивают не больше 12 мес.');
});

test('the certificate has a ceiling of its own in each year', () => {
  expect(value(certificateCeiling(now)).tenge).toBe(7_028_125);
  expect(value(certificateCeiling(on('2025-06-01'))).tenge).toBe(1160 * 3932);
  expect(value(certificateCeiling(on('2024-06-01')))).toMatchObject({
    tenge: 4_200_000,
    multiples: null,
    index: null,
  });
});

test('tax of a labour immigrant: four indices a month, with the doubt of its source', () => {
  const sum = value(labourTax(6, now));
  expect(sum.tenge).toBe(4 * 6 * 4325);
  expect(sum.notes.length).toBeGreaterThan(0);
});

test('a rule that did not hold yet gives no sum', () => {
  expect(labourTax(1, on('2025-12-31'))).toEqual({ ok: false, reason: 'not_in_force' });
});

test('an index nobody has set is not guessed: the last known one is used and named', () => {
  const sum = value(relocationAid(1, on('2027-02-01')));
  expect(sum.index).toEqual({ year: 2026, tenge: 4325, ofYear: false });
  expect(sum.notes[0]?.ru).toBe('МРП 2027 года нам не известен, посчитано по МРП 2026 года.');
});

test('an unknown figure gives no sum', () => {
  expect(fineSum('fine.no_such_thing', now)).toEqual({ ok: false, reason: 'not_known' });
});

describe('fines', () => {
  test('a fine of a single doubtful source is said with its doubt', () => {
    const sum = value(fineSum('fine.employer_individual', now));
    expect(sum.confidence).toBe('low');
    expect(sum.notes.map(({ kk }) => kk).join(' ')).toMatch(/1414/u);
  });

  test('every fine of every duty has a sum', () => {
    for (const name of duties.flatMap(({ fines }) => fines))
      expect([name, fineSum(name, now).ok]).toEqual([name, true]);
  });
});

test.each([0, -1, 1.5, 31, Number.NaN])('a family of %s people is refused', (people) => {
  expect(() => relocationAid(people, now)).toThrow(RangeError);
});

test('aid grows by the same sum with each person', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 29 }), (people) => {
      const more = value(relocationAid(people + 1, now)).tenge - value(relocationAid(people, now)).tenge;
      expect(more).toBe(70 * 4325);
    }),
    { seed: 20261121 },
  );
});
