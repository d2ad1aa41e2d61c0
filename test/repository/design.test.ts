import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('every folder of src stands in the design, and no other', () => {
  const folders = readdirSync('src', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const rows = readFileSync('docs/design.md', 'utf8').match(/^\| `.*$/gmu) ?? [];
  const told = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/gu)].map((match) => match[1]),
  );
  expect(told.sort()).toEqual(folders.sort());
});
