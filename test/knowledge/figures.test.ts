import { expect, test } from 'vitest';
import { fillFigures, formatNumber, placeholdersOf } from '../../src/knowledge/figures.ts';
import { FiguresFile } from '../../src/knowledge/schema/figures.ts';

const label = { kk: 'а', ru: 'а' };
const sources = [{ source: 'law.one' }];
const figures = FiguresFile.parse({
  mrp: { 2025: { tenge: 3932, sources }, 2026: { tenge: 4325, sources } },
  figures: {
    'aid.person': { label, mrp: 70, confidence: 'high', sources },
    'aid.person.2025': { label, mrp: 70, year: 2025, confidence: 'high', sources },
    'duty.card': { label, mrp: 0.2, confidence: 'high', sources },
    'astana.fines': { label, tenge: 269979415, confidence: 'high', sources },
    'quota.all': { label, count: 8278, unit: { kk: 'адам', ru: 'чел.' }, confidence: 'high', sources },
    'quota.share': { label, count: 0.25, unit: { kk: '%', ru: '%' }, confidence: 'high', sources },
  },
});
const fill = (text: string, language: 'kk' | 'ru' = 'kk', date = '2026-11-21') =>
  fillFigures(text, language, { date, figures }).replaceAll('\u00a0', '_');

test('a multiple of the index is shown with its sum in Kazakh', () => {
  expect(fill('{{aid.person}}')).toBe('70_АЕК (302_750_теңге)');
});

test('a multiple of the index is shown with its sum in Russian', () => {
  expect(fill('{{ aid.person }}', 'ru')).toBe('70_МРП (302_750_тенге)');
});

test('the index is that of the year of the question', () => {
  expect(fill('{{aid.person}}', 'ru', '2025-12-31')).toBe('70_МРП (275_240_тенге)');
});

test('a past sum keeps the index of its year', () => {
  expect(fill('{{aid.person.2025}}')).toBe('70_АЕК (275_240_теңге)');
});

test('a year whose index is not set is computed with the last known one, and says so', () => {
  expect(fill('{{aid.person}}', 'ru', '2027-01-01')).toBe('70_МРП (по МРП 2026 года 302_750_тенге)');
  expect(fill('{{mrp}}', 'kk', '2027-01-01')).toBe('4_325_теңге (2026 жылғы АЕК бойынша)');
});

test('fractions of the index do not show errors of binary arithmetic', () => {
  expect(fill('{{duty.card}}', 'ru')).toBe('0,2_МРП (865_тенге)');
});

test('filters show the sum, the multiple or the number alone', () => {
  expect(fill('{{aid.person|tenge}}|{{aid.person|mrp}}|{{aid.person|number}}')).toBe(
    '302_750_теңге|70_АЕК|70',
  );
});

test('a sum in tenge is grouped', () => {
  expect(fill('{{astana.fines}}', 'ru')).toBe('269_979_415_тенге');
});

test('a count stands alone or with its unit', () => {
  expect(fill('{{quota.all}}|{{quota.all|unit}}|{{quota.share|unit}}', 'kk')).toBe('8_278|8_278_адам|0,25%');
});

test('the index itself can be named, of this year or another', () => {
  expect(fill('{{mrp}}; {{mrp.2025}}; {{mrp|number}}')).toBe('4_325_теңге; 3_932_теңге; 4_325');
});

test.each([
  ['{{aid.persons}}', /unknown figure "aid.persons"/],
  ['{{quota.all|tenge}}', /cannot be shown with the filter "tenge"/],
  ['{{aid.person', /braces/],
  ['{{Aid Person}}', /braces/],
])('%s is an error', (text, reason) => {
  expect(() => fill(text)).toThrow(reason);
});

test('text without figures is left as it is', () => {
  expect(fill('№ 329-ө-м, 3 күн')).toBe('№ 329-ө-м, 3 күн');
});

test('placeholders are listed with their filters', () => {
  expect(placeholdersOf('{{a.b}} и {{ c | tenge }}')).toEqual([
    { name: 'a.b' },
    { name: 'c', filter: 'tenge' },
  ]);
});

test('numbers never break over a line', () => {
  expect(formatNumber(1164800, 'ru')).toBe('1\u00a0164\u00a0800');
});
