import { parseYaml } from '../../src/knowledge/read-yaml.ts';
import { Guide } from '../../src/knowledge/schema/guide.ts';

/** Two questions on one way, three on the other. */
export const smallGuide = `id: small
title: {kk: Шағын, ru: Малый}
about: {kk: Қайда бару, ru: Куда идти}
steps:
  - id: place
    kind: choice
    name: {kk: Жер, ru: Место}
    question: {kk: Қайдасыз?, ru: Где Вы?}
    choices:
      - {id: here, label: {kk: Қазақстанда, ru: В Казахстане}}
      - {id: abroad, label: {kk: Шетелде, ru: За границей}}
  - id: country
    kind: country
    when: {place: [abroad]}
    name: {kk: Ел, ru: Страна}
    question: {kk: Қай елде?, ru: В какой стране?}
    countries: [CN, MN]
  - id: people
    kind: number
    min: 1
    max: 5
    name: {kk: Адам, ru: Людей}
    question: {kk: Неше адам?, ru: Сколько человек?}
  - id: day
    kind: date
    optional: true
    past: 30
    future: 10
    when: {country: [other]}
    name: {kk: Күн, ru: День}
    question: {kk: Қай күні?, ru: В какой день?}
outcomes:
  - id: abroad
    when: {place: [abroad]}
    title: {kk: Елшілік, ru: Посольство}
    sections:
      - {kind: body, body: consulate, place: country}
    uncertain: {kk: Нақтылаңыз, ru: Уточните}
  - id: here
    title: {kk: Мекеме, ru: Орган}
    sections: [{kind: body, body: hotline}]
    uncertain: {kk: Нақтылаңыз, ru: Уточните}
`;

/** The small guide, with pieces of its text replaced. */
export function guideOf(...changes: readonly (readonly [string, string])[]) {
  let text = smallGuide;
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`the small guide has no "${from}"`);
    text = text.replace(from, to);
  }
  return parseYaml(text, Guide, 'content/guides/small.yaml');
}

/** As `guideOf`, for guides that fit the schema. */
export function soundGuide(...changes: readonly (readonly [string, string])[]): Guide {
  const read = guideOf(...changes);
  if (!read.ok) throw new Error(read.faults.map(({ key, reason }) => `${key}: ${reason}`).join('\n'));
  return read.value;
}

/** Places that values are held against. */
export const places = {
  regions: new Map([
    ['KZ-10', {}],
    ['KZ-75', {}],
  ]),
  countries: new Map([
    ['CN', {}],
    ['MN', {}],
    ['TR', {}],
  ]),
};

export const today = '2026-11-21';
