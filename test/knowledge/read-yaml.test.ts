import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseYaml, readYaml } from '../../src/knowledge/read-yaml.ts';

const People = z.strictObject({ people: z.array(z.strictObject({ name: z.string(), age: z.int() })) });

test('reports every fault with its line, column and key', () => {
  const text = 'people:\n  - name: 5\n    age: 3\n  - name: Асан\n    age: old\n    hat: red\n';
  const result = parseYaml(text, People, 'people.yaml');
  expect(result.ok ? [] : result.faults.map(({ line, column, key }) => ({ line, column, key }))).toEqual([
    { line: 2, column: 5, key: 'people.0.name' },
    { line: 5, column: 5, key: 'people.1.age' },
    { line: 6, column: 5, key: 'people.1.hat' },
  ]);
});

test('names the nearest part that exists when a key is missing', () => {
  const result = parseYaml('people:\n  - name: Асан\n', People, 'people.yaml');
  expect(result.ok ? [] : result.faults).toMatchObject([{ line: 2, key: 'people.0.age' }]);
});

test('reports broken YAML with its line', () => {
  const result = parseYaml('people:\n  - name: "Асан\n', People, 'people.yaml');
  expect(result.ok ? [] : result.faults[0]).toMatchObject({ file: 'people.yaml', line: 3 });
});

test('reports a key that stands twice', () => {
  const result = parseYaml('people: []\npeople: []\n', People, 'people.yaml');
  expect(result.ok ? '' : result.faults[0]?.reason).toMatch(/unique/);
});

test('a file that cannot be read is a fault, not an exception', () => {
  const result = readYaml('/nowhere/people.yaml', People, 'people.yaml');
  expect(result.ok ? '' : result.faults[0]?.reason).toMatch(/cannot read/);
});

test('a sound file can still have faults named at its values', () => {
  const result = parseYaml('people:\n  - name: Асан\n    age: 30\n', People, 'people.yaml');
  expect(result.ok && result.fault(['people', 0, 'age'], 'too old')).toEqual({
    file: 'people.yaml',
    line: 3,
    column: 5,
    key: 'people.0.age',
    reason: 'too old',
  });
});
