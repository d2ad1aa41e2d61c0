import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadRules } from '../../src/knowledge/rules/load-rules.ts';
import type { Localized } from '../../src/knowledge/schema/common.ts';
import type { RuleDocument } from '../../src/knowledge/schema/rules.ts';

const { documents, subjects, faults } = loadRules(
  fileURLToPath(new URL('../../content/rules', import.meta.url)),
);
const regional = ['almaty_city', 'almaty_region', 'astana', 'mangystau'];
const numbers = (text: string) => [...text.matchAll(/\d+/gu)].map(([number]) => number).sort();

/** Every number the text, its particulars and our notes on it hold. */
function known(document: RuleDocument): Set<string> {
  return new Set(numbers(JSON.stringify(document)));
}

it('finds no fault in the rules', () => {
  expect(faults).toEqual([]);
});

describe.each(subjects.map((subject) => [subject.id, subject] as const))('subject %s', (_, subject) => {
  const answers: [string, Localized][] = [
    ...Object.entries(subject.clauses).map(([id, { answer }]): [string, Localized] => [id, answer]),
    ...Object.entries(subject.absent),
  ];

  it('speaks of all four regional texts or of the commission alone', () => {
    const said = answers.map(([id]) => id).filter((id) => id !== 'astana_commission');
    expect(said.sort()).toEqual(said.length === 0 ? [] : regional);
  });

  it('has an overview when several texts are concerned', () => {
    if (answers.length > 1) expect(subject.overview).toBeDefined();
  });

  it('has at least six wordings in each language, each once', () => {
    for (const wordings of [subject.questions.kk, subject.questions.ru]) {
      expect(wordings.length).toBeGreaterThanOrEqual(6);
      expect(new Set(wordings.map((wording) => wording.toLowerCase())).size).toBe(wordings.length);
    }
  });

  it.each(answers)('names no number for %s that the text does not hold', (id, answer) => {
    // Laws and orders that regulate what the text leaves out are named only where the rule is absent.
    if (subject.clauses[id] === undefined) return;
    const held = known(documents.find((document) => document.id === id) as RuleDocument);
    const strange = [...numbers(answer.kk), ...numbers(answer.ru)].filter((number) => !held.has(number));
    expect(strange).toEqual([]);
  });

  it.each(answers)('says the same numbers of %s in both languages', (_id, answer) => {
    expect(numbers(answer.kk)).toEqual(numbers(answer.ru));
  });
});

it('leads on only to subjects that there are', () => {
  const ids = new Set(subjects.map(({ id }) => id));
  const related = subjects.flatMap((subject) => subject.related).filter((id) => id.startsWith('rules.'));
  expect(related.filter((id) => !ids.has(id))).toEqual([]);
});

it('gives no two subjects the same wording', () => {
  const seen = new Map<string, string>();
  const twice: string[] = [];
  for (const subject of subjects) {
    for (const wording of [...subject.questions.kk, ...subject.questions.ru]) {
      const key = wording
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      const first = seen.get(key);
      if (first !== undefined) twice.push(`${wording}: ${first}, ${subject.id}`);
      seen.set(key, subject.id);
    }
  }
  expect(twice).toEqual([]);
});
