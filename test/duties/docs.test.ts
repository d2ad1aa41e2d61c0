import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { duties } from './content.ts';

const note = readFileSync(`${import.meta.dirname}/../../docs/duties.md`, 'utf8');

test('the note says of every duty how it is counted and what is uncertain', () => {
  const rows = note.split('\n').filter((line) => line.startsWith('| `'));
  expect(rows.map((row) => row.split('`')[1])).toEqual(duties.map(({ id }) => id));
  for (const { id, uncertain } of duties)
    expect(rows.find((row) => row.includes(`\`${id}\``))).toContain(uncertain?.ru ?? '—');
});
