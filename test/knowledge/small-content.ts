import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The product's own policies: they name no other content. */
const policies = Object.fromEntries(
  readdirSync('content/policy').map((name) => [
    `content/policy/${name}`,
    readFileSync(`content/policy/${name}`, 'utf8'),
  ]),
);

/** The smallest sound content, file by file. */
export const smallContent: Readonly<Record<string, string>> = {
  ...policies,
  'content/sources/acts.yaml': `sources:
  - {id: law.one, kind: law, title: {kk: Заң, ru: Закон}, date: 2024-01-02, official_language: kk_ru}
`,
  'content/figures.yaml': `mrp:
  "2026": {tenge: 4325, sources: [{source: law.one}]}
figures:
  fine.host:
    label: {kk: Айыппұл, ru: Штраф}
    mrp: 10
    confidence: high
    sources: [{source: law.one}]
`,
  'content/faq/host.yaml': `topic: host
title: {kk: Қабылдаушы, ru: Принимающий}
owner: desk
entries:
  - id: host.notice
    intents: [host.notice]
    title: {kk: Хабарлама, ru: Уведомление}
    questions:
      kk: [бір, екі, үш, төрт]
      ru: [раз, два, три, четыре]
    editions:
      - confidence: high
        answer:
          kk: 3 жұмыс күні ішінде хабарлаңыз. Айыппұл — {{fine.host}}.
          ru: Сообщите за 3 рабочих дня. Штраф — {{fine.host}}.
        facts: [R1]
        sources: [{source: law.one, clause: "9"}]
    checked: 2026-11-01
`,
  'content/calendar.yaml': `years:
  "2026":
    basis: official
    confidence: medium
    days:
      - {date: "2026-12-16", kind: holiday, name: {kk: Тәуелсіздік күні, ru: День Независимости}, confidence: medium, sources: [{source: law.one}]}
`,
  'content/bodies/lines.yaml': `bodies:
  - id: hotline-1414
    kind: hotline
    region: KZ
    name: {kk: 1414 байланыс орталығы, ru: Контакт-центр 1414}
    services: [complaint]
    phones: ["1414"]
    source: https://example.kz/1414
    as_of: "2026-01"
    confidence: high
`,
  'content/bodies/services.yaml': `services:
  - id: hotline
    title: {kk: Анықтама, ru: Справка}
    everywhere: [hotline-1414]
`,
  'content/regions.yaml': `regions:
  - {code: KZ-75, type: city, name: {kk: Алматы қаласы, ru: город Алматы}, aliases: [Алматы]}
`,
  'content/points.yaml': `regions:
  KZ-75: [[43.25, 76.91]]
abroad:
  KG: [[42.87, 74.59]]
`,
  'content/countries.yaml': `countries:
  - {code: CN, name: {kk: Қытай, ru: Китай}}
`,
  'content/policy/freshness.yaml': `stale_after: {high: 180, medium: 120, low: 60}
expiring_within: 45
contacts_after: 365
`,
  'locales/kk.json':
    '{"hello": "Сәлем, {{name}}", "days_one": "{{count}} күн", "days_other": "{{count}} күн"}',
  'locales/ru.json':
    '{"hello": "Здравствуйте, {{name}}", "days_one": "{{count}} день", "days_few": "{{count}} дня", "days_many": "{{count}} дней", "days_other": "{{count}} дня"}',
};

/** Writes small content into a new folder, with some files changed, added or (undefined) left out. */
export function writeContent(changes: Readonly<Record<string, string | undefined>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'bagdar-content-'));
  for (const [name, text] of Object.entries({ ...smallContent, ...changes }))
    if (text !== undefined) writeFile(root, name, text);
  return root;
}

/** Writes one file below a root, with its folders. */
export function writeFile(root: string, name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
}
