import { expect, test } from 'vitest';
import { type LoadResult, loadKnowledge } from '../../src/knowledge/load.ts';
import { smallContent, writeContent } from './small-content.ts';

const ruleText = `id: astana
title: {kk: Қағидалар, ru: Правила}
short_title: {kk: Астана, ru: Астана}
adopted_by: {kk: Мәслихат, ru: Маслихат}
number: 149/19-VIII
date: 2024-03-07
in_force: {kk: күшінде, ru: в силе}
official_language: kk
region: KZ-71
parts:
  - {kind: clause, id: "1", official: Бірінші тармақ, translation: Первый пункт}
`;
const faq = smallContent['content/faq/host.yaml']!;
const faults = (result: LoadResult) =>
  result.ok ? [] : result.faults.map(({ file, key, reason }) => `${file} ${key}: ${reason}`);
const load = (changes: Record<string, string | undefined>) => loadKnowledge(writeContent(changes));

test('sound content becomes one frozen value', () => {
  const result = load({});
  expect(faults(result)).toEqual([]);
  expect(result.ok && Object.isFrozen(result.knowledge.entries.get('host.notice')?.editions[0])).toBe(true);
});

test('an entry takes its topic and owner from its file', () => {
  const result = load({});
  expect(result.ok && result.knowledge.entries.get('host.notice')).toMatchObject({
    topic: 'host',
    owner: 'desk',
  });
});

test('the version hangs on the content alone', () => {
  const version = (result: LoadResult) => (result.ok ? result.knowledge.version : '');
  expect(version(load({}))).toBe(version(load({})));
  expect(version(load({}))).not.toBe(version(load({ 'content/faq/host.yaml': `${faq}# a remark\n` })));
});

test.each([
  ['source', faq.replace('source: law.one', 'source: law.two'), 'there is no source "law.two"'],
  ['figure', faq.replaceAll('fine.host}}', 'fine.guest}}'), 'there is no figure "fine.guest"'],
  ['related entry', `${faq}    related: [host.nothing]\n`, 'there is no entry or subject "host.nothing"'],
  ['body', `${faq}    body: nobody\n`, 'there is no body or service "nobody"'],
  ['comparison', `${faq}    comparison: tracks\n`, 'there is no comparison "tracks"'],
])('an unknown %s is a fault', (_, text, reason) => {
  expect(faults(load({ 'content/faq/host.yaml': text })).join('\n')).toContain(reason);
});

test.each([
  [
    'a filter that does not fit',
    faq.replaceAll('{{fine.host}}', '{{fine.host|unit}}'),
    'cannot be shown with the filter',
  ],
  ['braces without a figure', faq.replaceAll('{{fine.host}}', '{{fine host}}'), 'braces that name no figure'],
  [
    'an edition that ends before it begins',
    faq.replace(
      'confidence: high',
      'confidence: high\n        valid_from: 2026-07-01\n        valid_to: 2026-06-30',
    ),
    'the edition ends before it begins',
  ],
])('%s is a fault', (_, text, reason) => {
  expect(faults(load({ 'content/faq/host.yaml': text })).join('\n')).toContain(reason);
});

test('a figure that holds only after the edition has ended is a fault', () => {
  const result = load({
    'content/figures.yaml': smallContent['content/figures.yaml']!.replace(
      'mrp: 10',
      'mrp: 10\n    valid_from: 2026-01-01',
    ),
    'content/faq/host.yaml': faq.replace(
      'confidence: high',
      'confidence: high\n        valid_to: 2025-12-31',
    ),
  });
  expect(faults(result).join('\n')).toContain('figure "fine.host" does not hold while this edition does');
});

test('a guide cannot be checked while there are none, and is a warning', () => {
  const result = load({ 'content/faq/host.yaml': `${faq}    guide: registration\n` });
  expect(result.ok && result.knowledge.warnings[0]?.reason).toMatch(/there are no guides/);
});

const smallGuide = `id: kandas
title: {kk: Қандас, ru: Кандас}
about: {kk: Қайда бару, ru: Куда идти}
steps:
  - id: place
    kind: choice
    name: {kk: Қайда, ru: Где}
    question: {kk: Қайдасыз?, ru: Где Вы?}
    choices:
      - {id: here, label: {kk: Осында, ru: Здесь}}
      - {id: abroad, label: {kk: Шетелде, ru: За границей}}
outcomes:
  - id: body
    title: {kk: Мекеме, ru: Орган}
    sections: [{kind: body, body: hotline}]
    uncertain: {kk: Нақтылаңыз, ru: Уточните}
`;

test('an unknown guide is a fault once there are guides', () => {
  const result = load({
    'content/faq/host.yaml': `${faq}    guide: registration\n`,
    'content/guides/kandas.yaml': smallGuide,
  });
  expect(faults(result).join('\n')).toContain('there is no guide "registration"');
});

test('an id that stands twice is named with the first place', () => {
  const second = faq.replace('topic: host', 'topic: other');
  expect(faults(load({ 'content/faq/other.yaml': second }))).toEqual([
    'content/faq/other.yaml entries.0.id: entry id "host.notice" stands twice, first in content/faq/host.yaml',
  ]);
});

test('faults of all files are reported at once', () => {
  const found = faults(load({ 'content/regions.yaml': 'regions: 5\n', 'content/countries.yaml': undefined }));
  expect(found.map((line) => line.split(' ')[0])).toEqual(['content/countries.yaml', 'content/regions.yaml']);
});

test('a rule text is a source by itself', () => {
  const result = load({ 'content/rules/astana.yaml': ruleText });
  expect(result.ok && result.knowledge.sources.get('rules.astana')).toMatchObject({
    kind: 'decision',
    date: '2024-03-07',
  });
});
