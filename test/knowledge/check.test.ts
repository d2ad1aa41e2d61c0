import { describe, expect, test } from 'vitest';
import { amountFaults } from '../../src/knowledge/check/amounts.ts';
import { checkContent } from '../../src/knowledge/check/check-content.ts';
import { termsOf } from '../../src/knowledge/check/conflicts.ts';
import { localeFaults } from '../../src/knowledge/check/locales.ts';
import { parityFaults } from '../../src/knowledge/check/parity.ts';
import { smallContent, writeContent } from './small-content.ts';

const date = '2026-11-21';
const faq = smallContent['content/faq/host.yaml']!;
const figures = smallContent['content/figures.yaml']!;
const check = (changes: Record<string, string | undefined>, on = date) =>
  checkContent(writeContent(changes), on);
const reasons = (changes: Record<string, string | undefined>) =>
  check(changes).faults.map(({ reason }) => reason);
const lines = (changes: Record<string, string | undefined>, kind: string, on = date) =>
  check(changes, on).report.filter((item) => item.kind === kind);
const file = (value: unknown) => ({
  value,
  fault: (path: readonly (string | number)[], reason: string) => ({
    file: 'a.yaml',
    line: 1,
    column: 1,
    key: path.join('.'),
    reason,
  }),
});
const parity = (kk: string, ru: string) =>
  parityFaults(file({ answer: { kk, ru } })).map(({ reason }) => reason);

test('sound content has no faults', () => {
  expect(check({}).faults).toEqual([]);
});

describe('both languages say the same', () => {
  test('numbers may stand in another order', () => {
    expect(parity('2026 жылғы 1 шілдеден', 'с 1 июля 2026 года')).toEqual([]);
  });

  test('a number that one language lacks is named', () => {
    expect(parity('3 жұмыс күні', '5 рабочих дней')).toEqual([
      'numbers differ between the languages: only in kk: 3; only in ru: 5',
    ]);
  });

  test('a number that stands once less is seen', () => {
    expect(parity('5 және 5', '5')).toHaveLength(1);
  });

  test('spaces inside large numbers and the decimal sign do not count', () => {
    expect(parity('594 002 және 0,25', '594\u00a0002 и 0.25')).toEqual([]);
  });

  test('links and figures must be the same ones', () => {
    expect(parity('egov.kz {{a.b}}', 'enbek.kz {{a.c}}')).toEqual([
      'links differ between the languages: only in kk: egov.kz; only in ru: enbek.kz',
      'figures differ between the languages: only in kk: a.b; only in ru: a.c',
    ]);
  });

  test('lists are compared item by item', () => {
    const value = { steps: { kk: ['1 күн', '2 күн'], ru: ['1 день', '3 дня'] } };
    expect(parityFaults(file(value)).map(({ key }) => key)).toEqual(['steps.kk.1']);
  });

  test('questions are people’s own words and may differ', () => {
    expect(parityFaults(file({ questions: { kk: ['5 күн'], ru: ['7 дней'] } }))).toEqual([]);
  });
});

describe('amounts typed in prose', () => {
  test.each([
    'айыппұл 10 АЕК',
    'штраф 43 250 тенге',
    '7 млн теңге',
    '302 750 ₸',
    '15 месячных расчётных показателей',
  ])('%s is a fault', (text) => {
    expect(amountFaults(file({ answer: text }))).toHaveLength(1);
  });

  test.each(['{{fine.host}}', '1 АЕК = {{mrp}}', '3 жұмыс күні', '1414'])('%s is none', (text) => {
    expect(amountFaults(file({ answer: text }))).toEqual([]);
  });

  test('a person’s question may name an amount', () => {
    expect(amountFaults(file({ questions: { kk: ['10 АЕК қанша'] } }))).toEqual([]);
  });
});

describe('conflicts', () => {
  test('two figures of one label with different numbers are a fault', () => {
    const second = figures.replace(
      '  fine.host:',
      '  fine.other:\n    label: {kk: Айыппұл, ru: Штраф}\n    mrp: 15\n    confidence: high\n    sources: [{source: law.one}]\n  fine.host:',
    );
    expect(reasons({ 'content/figures.yaml': second }).join()).toContain('the same label as "fine.other"');
  });

  test('two editions in force on one day are a fault', () => {
    const edition = faq.slice(faq.indexOf('      - confidence'), faq.indexOf('    checked'));
    const text = faq.replace('    checked', `${edition}    checked`);
    expect(reasons({ 'content/faq/host.yaml': text }).join()).toContain(
      'edition 2 is in force on a day of edition 1',
    );
  });

  test('different terms of one fact in two entries are shown to a person, not failed', () => {
    const other = faq.replace('topic: host', 'topic: other').replace('id: host.notice', 'id: host.other');
    const changes = {
      'content/faq/other.yaml': other.replaceAll('3 жұмыс', '5 жұмыс').replaceAll('3 рабочих', '5 рабочих'),
    };
    expect(lines(changes, 'possible_conflict')[0]?.reason).toBe(
      '3 working here, 5 working in host.other; both rest on R1',
    );
    expect(check(changes).faults).toEqual([]);
  });

  test('entries that share one of their terms do not disagree', () => {
    const other = faq.replace('topic: host', 'topic: other').replace('id: host.notice', 'id: host.other');
    const changes = { 'content/faq/other.yaml': other };
    expect(lines(changes, 'possible_conflict')).toEqual([]);
  });

  test('terms are read from the Russian text', () => {
    const ru = 'за 3 рабочих дня, до 30 календарных дней, на 30-й календарный день';
    expect([...termsOf({ answer: { kk: '', ru } })]).toEqual(['3 working', '30 calendar']);
  });
});

describe('freshness', () => {
  const ending = faq.replace('      - confidence', '      - valid_to: 2026-12-15\n        confidence');

  test('an edition that ends soon with nothing after it is reported with its owner', () => {
    expect(lines({ 'content/faq/host.yaml': ending }, 'expiring')).toMatchObject([
      { id: 'host.notice', owner: 'desk', reason: 'ends on 2026-12-15, and nothing follows' },
    ]);
  });

  test('an edition that has ended is reported', () => {
    expect(lines({ 'content/faq/host.yaml': ending }, 'expired', '2027-01-01')[0]?.reason).toBe(
      'ended on 2026-12-15',
    );
  });

  test('what was not checked for long is stale', () => {
    expect(lines({}, 'stale', '2027-04-30')).toEqual([]);
    expect(lines({}, 'stale', '2027-05-01')[0]?.reason).toBe(
      'checked 181 days ago; high confidence allows 180',
    );
  });

  test('old contacts and bodies without any are reported', () => {
    const bodies = smallContent['content/bodies/lines.yaml']!;
    expect(lines({}, 'old_contacts', '2027-02-01')[0]?.id).toBe('hotline-1414');
    expect(
      lines({ 'content/bodies/lines.yaml': bodies.replace(/ {4}phones.*\n/, '') }, 'no_contacts'),
    ).toHaveLength(1);
  });

  test('next year without index or calendar is reported two months ahead', () => {
    expect(lines({}, 'missing_year', '2026-06-01')).toEqual([]);
    expect(lines({}, 'missing_year').map(({ id }) => id)).toEqual(['mrp.2027', 'calendar.2027']);
  });
});

test('an entry whose Kazakh wordings hold no Kazakh letter was written in one language', () => {
  expect(lines({}, 'one_language')).toEqual([]);
  const text = faq.replace('[бір, екі, үш, төрт]', '[раз, два, три, четыре]');
  expect(lines({ 'content/faq/host.yaml': text }, 'one_language')).toMatchObject([
    { id: 'host.notice', owner: 'desk' },
  ]);
});

describe('interface texts', () => {
  const faults = (changes: Record<string, string>) =>
    localeFaults(writeContent(changes)).map((fault) => `${fault.file} ${fault.key}: ${fault.reason}`);

  test('a key that one language lacks is a fault of that language', () => {
    expect(faults({ 'locales/kk.json': '{"hello": "Сәлем, {{name}}"}' })).toEqual([
      'locales/kk.json days: missing in this language',
      'locales/kk.json days: no plural form "one", which kk needs',
      'locales/kk.json days: no plural form "other", which kk needs',
    ]);
  });

  test('a plural form that the language does not have is a fault', () => {
    const kk = smallContent['locales/kk.json']!.replace('"days_other"', '"days_few": "", "days_other"');
    expect(faults({ 'locales/kk.json': kk })).toEqual([
      'locales/kk.json days_few: kk has no plural form "few"',
    ]);
  });

  test('a value that only one language puts in is a fault', () => {
    const kk = smallContent['locales/kk.json']!.replace(', {{name}}', '');
    expect(faults({ 'locales/kk.json': kk })).toEqual([
      'locales/kk.json hello: does not use {{name}}, as the other language does',
    ]);
  });

  test('a word that ends like a plural form is none', () => {
    expect(
      faults({ 'locales/kk.json': '{"too_many": "көп"}', 'locales/ru.json': '{"too_many": "много"}' }),
    ).toEqual([]);
  });

  test('texts that cannot be parsed are a fault', () => {
    expect(localeFaults(writeContent({ 'locales/kk.json': '{' }))).toMatchObject([
      { file: 'locales/kk.json' },
    ]);
  });
});
