import { expect, test } from 'vitest';
import { main } from '../../src/commands/content-check.ts';
import { smallContent, writeContent } from './small-content.ts';

function run(changes: Record<string, string | undefined>, ...args: string[]) {
  let output = '';
  const code = main(
    ['--root', writeContent(changes), ...args],
    (text) => {
      output += text;
    },
    new Date('2026-11-21T00:00:00Z'),
  );
  return { code, output };
}

test('sound content passes, with a report of what a person must fill in', () => {
  const { code, output } = run({});
  expect(code).toBe(0);
  expect(output).toMatch(/^content:check: no faults\n\nNext year \(2\)\n {2}mrp\.2027: /);
});

test('a fault fails with file, line, column, key and reason', () => {
  const faq = smallContent['content/faq/host.yaml']!.replace('law.one', 'law.two');
  const { code, output } = run({ 'content/faq/host.yaml': faq });
  expect(code).toBe(1);
  expect(output).toContain(
    'content/faq/host.yaml:17:20 entries.0.editions.0.sources.0.source: there is no source "law.two" in content/sources\ncontent:check: 1 fault(s)',
  );
});

test('a policy that does not fit its schema is a fault too', () => {
  const policy = smallContent['content/policy/desk.yaml']!.replace(/^cases_a_day:/mu, 'cases_per_day:');
  const { code, output } = run({ 'content/policy/desk.yaml': policy });
  expect(code).toBe(1);
  expect(output).toMatch(/^content\/policy\/desk\.yaml:\d+:1 cases_per_day: unknown key/mu);
});

test('--json prints the same as one object', () => {
  const { code, output } = run({ 'content/countries.yaml': undefined }, '--json');
  expect(code).toBe(1);
  expect(JSON.parse(output)).toMatchObject({ faults: [{ file: 'content/countries.yaml', line: 1 }] });
});

test('--date looks from another day', () => {
  expect(run({}, '--date', '2028-01-01').output).toContain('Not checked for long (1)');
});
