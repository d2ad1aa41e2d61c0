import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadRules } from '../../src/knowledge/rules/load-rules.ts';
import { extractionRepairs } from './extraction-repairs.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const { documents } = loadRules(at('content/rules'));

/** The extracted file without layout: headings' and emphasis' marks, the closing rule, line breaks. */
function extracted(id: string): string {
  const text = readFileSync(at(`test/fixtures/rules/${id}.txt`), 'utf8');
  return text.replace(/^#+ /gmu, '').replaceAll('*', '').replace(/_{5,}/gu, '').replace(/\s+/gu, ' ').trim();
}

function written(id: string): string {
  const document = documents.find((one) => one.id === id);
  return (document?.parts ?? [])
    .map((part) => part.official)
    .join(' ')
    .replace(/\s+/gu, ' ');
}

/** Words and numbers with how often each stands in the text. */
function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe.each(Object.keys(extractionRepairs))('official wording of %s', (id) => {
  it('has the same words and numbers as the source, each as often', () => {
    expect(counted(written(id))).toEqual(counted(extracted(id)));
  });

  it('differs from the source in the listed repairs only, to the letter and in order', () => {
    let text = extracted(id);
    for (const { source, repaired } of extractionRepairs[id] ?? []) text = text.replaceAll(source, repaired);
    expect(written(id)).toBe(text);
  });

  it('uses every listed repair', () => {
    const text = extracted(id);
    for (const { source, times = 1 } of extractionRepairs[id] ?? [])
      expect(text.split(source).length - 1, source).toBe(times);
  });
});

it('has a source and a list of repairs for every rule text', () => {
  expect(documents.map(({ id }) => id).sort()).toEqual(Object.keys(extractionRepairs).sort());
});
