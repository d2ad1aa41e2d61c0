import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

const bench = (...args: string[]): string =>
  execFileSync(process.execPath, ['src/commands/bench.ts', '--quick', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

test('the benchmark of search runs and prints its figures beside the baseline', () => {
  const printed = bench('--only', 'search');
  expect(printed).toContain('## Search and its growth');
  for (const script of ['Cyrillic', 'Latin', 'Arabic']) expect(printed).toContain(`| 500 entries, ${script}`);
}, 60_000);

test('the benchmark of the store runs and prints its figures', () => {
  const printed = bench('--only', 'growth');
  expect(printed).toContain('| SQLite, 1,000 people');
}, 60_000);

test('a part that does not exist is named, with those that do', () => {
  expect(() => bench('--only', 'nonsense')).toThrow();
}, 60_000);
