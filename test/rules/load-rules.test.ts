import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadRules } from '../../src/knowledge/rules/load-rules.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rules-'));
  mkdirSync(join(folder, 'subjects'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const text = (id: string) => `id: ${id}
title: { kk: Қағидалар, ru: Правила }
short_title: { kk: Қағидалар, ru: Правила }
adopted_by: { kk: Мәслихат, ru: Маслихат }
number: '1'
date: '2024-01-01'
in_force: { kk: Белгісіз, ru: Не известно }
official_language: ru
region: KZ-19
parts:
  - kind: clause
    id: '7'
    official: 7. Текст.
    translation: 7. Мәтін.
`;

const subject = (clause: string) => `subjects:
  - id: rules.example
    intents: [rules.example]
    title: { kk: Мысал, ru: Пример }
    questions: { kk: [а, б, в, г], ru: [а, б, в, г] }
    clauses:
      example:
        clauses: ['${clause}']
        answer: { kk: Жауап, ru: Ответ }
`;

it('reads texts and subjects', () => {
  writeFileSync(join(folder, 'example.yaml'), text('example'));
  writeFileSync(join(folder, 'subjects', 'a.yaml'), subject('7'));
  const rules = loadRules(folder);
  expect(rules.faults).toEqual([]);
  expect(rules.documents.map(({ id }) => id)).toEqual(['example']);
  expect(rules.subjects.map(({ id }) => id)).toEqual(['rules.example']);
});

it('names file, line, key and reason of a clause without a translation', () => {
  writeFileSync(join(folder, 'example.yaml'), text('example').replace(/ +translation: .*\n/u, ''));
  expect(loadRules(folder).faults).toEqual([
    expect.objectContaining({
      file: 'content/rules/example.yaml',
      line: 11,
      key: 'parts.0.translation',
      reason: 'a citable part needs a translation',
    }),
  ]);
});

it('names a clause that the text does not have', () => {
  writeFileSync(join(folder, 'example.yaml'), text('example'));
  writeFileSync(join(folder, 'subjects', 'a.yaml'), subject('8'));
  expect(loadRules(folder).faults).toEqual([
    expect.objectContaining({
      file: 'content/rules/subjects/a.yaml',
      line: 8,
      key: 'subjects.0.clauses.example.clauses.0',
      reason: 'example has no clause 8',
    }),
  ]);
});

it('names a subject that stands twice, with the other file', () => {
  writeFileSync(join(folder, 'example.yaml'), text('example'));
  writeFileSync(join(folder, 'subjects', 'a.yaml'), subject('7'));
  writeFileSync(join(folder, 'subjects', 'b.yaml'), subject('7'));
  expect(loadRules(folder).faults).toEqual([
    expect.objectContaining({
      file: 'content/rules/subjects/b.yaml',
      line: 2,
      key: 'subjects.0.id',
      reason: 'id rules.example stands in content/rules/subjects/a.yaml too',
    }),
  ]);
});

it('refuses a text in a file of another name', () => {
  writeFileSync(join(folder, 'other.yaml'), text('example'));
  expect(loadRules(folder).faults.map(({ reason }) => reason)).toEqual([
    'the file must be named example.yaml',
  ]);
});

it('has nothing to say of a folder without rules', () => {
  rmSync(join(folder, 'subjects'), { recursive: true });
  expect(loadRules(folder)).toEqual({ documents: [], subjects: [], faults: [] });
});
