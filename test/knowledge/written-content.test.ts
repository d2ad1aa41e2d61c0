import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parityFaults } from '../../src/knowledge/check/parity.ts';
import { readContent } from '../../src/knowledge/content-files.ts';
import { parseYaml } from '../../src/knowledge/read-yaml.ts';
import { FaqFile } from '../../src/knowledge/schema/faq.ts';
import { synonymGroups } from '../../src/knowledge/synonyms.ts';

const files = readContent(`${import.meta.dirname}/../..`);
const figures = files.figures?.value.figures ?? {};

test.each(
  ['kandas', 'resettlers'].flatMap((group) => [2023, 2024, 2025, 2026].map((year) => [group, year] as const)),
)('regional quotas of %s in %s add up to the total', (group, year) => {
  const prefix = `quota.${group}.${year}.`;
  const parts = Object.entries(figures).filter(
    ([name]) => name.startsWith(prefix) && !['total', 'changed'].includes(name.slice(prefix.length)),
  );
  expect(parts.length).toBeGreaterThan(5);
  expect(parts.reduce((sum, [, figure]) => sum + (figure.count ?? 0), 0)).toBe(
    figures[`${prefix}total`]?.count,
  );
});

test.each([2025, 2026])('both quotas of %s add up', (year) => {
  const count = (name: string) => figures[name]?.count ?? Number.NaN;
  expect(count(`quota.kandas.${year}.total`) + count(`quota.resettlers.${year}.total`)).toBe(
    count(`quota.total.${year}`),
  );
});

test('the three channels of Astana in 2023 leave 24 145 services unexplained, as in the decree', () => {
  const count = (name: string) => figures[`astana_2023.${name}`]?.count ?? Number.NaN;
  const channels =
    count('services_in_person') + count('services_state_corporation') + count('services_portal');
  expect(count('services') - channels).toBe(24145);
});

test('every quota key of a region has figures', () => {
  const keys = files.regions?.value.regions.flatMap(({ quota }) => quota ?? []) ?? [];
  expect(keys).toHaveLength(10);
  for (const key of keys)
    expect([`quota.kandas.2026.${key}`, `quota.resettlers.2026.${key}`].some((name) => name in figures)).toBe(
      true,
    );
});

test('there are twenty regions and each has an employment department, migration police and a State Corporation', () => {
  const bodies = files.bodies.flatMap(({ value }) => value.bodies);
  const codes = files.regions?.value.regions.map(({ code }) => code) ?? [];
  expect(codes).toHaveLength(20);
  for (const kind of ['employment_department', 'migration_police', 'state_corporation'])
    for (const code of codes)
      expect(bodies.filter((body) => body.kind === kind && body.region === code)).not.toEqual([]);
});

test('missions stand in countries that can be found', () => {
  const countries = new Set(files.countries?.value.countries.map(({ code }) => code));
  const missions = files.bodies.flatMap(({ value }) => value.bodies.filter(({ kind }) => kind === 'mission'));
  expect(missions.filter(({ region }) => !countries.has(region)).map(({ id }) => id)).toEqual([]);
});

test('glossary: no word mixes Latin and Cyrillic letters', () => {
  const mixed = JSON.stringify(files.glossary.map(({ value }) => value)).match(
    /\p{Script=Cyrillic}[a-z]|[a-z]\p{Script=Cyrillic}/giu,
  );
  expect(mixed).toBeNull();
});

test('glossary: both languages explain with the same numbers', () => {
  expect(files.glossary.flatMap(parityFaults)).toEqual([]);
});

test('synonyms hold the term, its abbreviations and everyday words, each once', () => {
  const terms = files.glossary.flatMap(({ value }) => value.terms);
  expect(terms.length).toBeGreaterThan(60);
  const { kk, ru } = synonymGroups(terms).find(({ id }) => id === 'iin')!.words;
  expect(kk).toContain('ЖСН');
  expect(ru).toContain('ИИН');
  expect(new Set(ru).size).toBe(ru.length);
});

test('the example of the editors’ guide fits the schema', () => {
  const guide = readFileSync(`${import.meta.dirname}/../../content/README.md`, 'utf8');
  const example = /```yaml\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
  const text = `topic: example\ntitle: {kk: Мысал, ru: Пример}\nowner: desk\nentries:\n${example}`;
  const read = parseYaml(text, FaqFile, 'README.md');
  expect(read.ok ? parityFaults(read) : read.faults).toEqual([]);
});
