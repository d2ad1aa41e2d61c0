import { join } from 'node:path';
import { readContent } from './content-files.ts';
import { contentVersion } from './content-folder.ts';
import { crossFaults } from './cross-check.ts';
import { deepFreeze } from './freeze.ts';
import type { Entry, Knowledge, Topic } from './knowledge.ts';
import type { Fault, Path, YamlFile } from './read-yaml.ts';
import type { Known } from './references.ts';
import { loadRules } from './rules/load-rules.ts';
import type { FaqFile } from './schema/faq.ts';
import type { RuleDocument } from './schema/rules.ts';
import type { Source } from './schema/source.ts';

export type LoadResult =
  | { readonly ok: true; readonly knowledge: Knowledge }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Loads everything under `content` below a root (the repository). Either all of it is sound and becomes one frozen
 * value, or every fault is reported with file, line, key and reason; there is no half-loaded state.
 */
export function loadKnowledge(root: string): LoadResult {
  // The version first: files changed while we read are then seen as changed by the next look.
  const version = contentVersion(root);
  const files = readContent(root);
  const rules = loadRules(join(root, 'content', 'rules'));
  const faults = [...files.content.faults, ...rules.faults];
  const unique = collector(faults);

  const documents = new Map(rules.documents.map((document) => [document.id, document]));
  const sources = unique(files.sources, ({ sources }) => sources, ['sources'], 'source');
  for (const document of rules.documents) sources.set(`rules.${document.id}`, sourceOf(document));
  const entries = new Map<string, Entry>();
  const topics = new Map<string, Topic>();
  for (const file of files.faq) {
    const { topic, title, owner } = file.value;
    if (topics.has(topic)) faults.push(file.fault(['topic'], `topic ${topic} stands twice`));
    topics.set(topic, { id: topic, title, owner, entries: file.value.entries.map(({ id }) => id) });
  }
  for (const [id, entry] of unique(files.faq, ({ entries }) => entries, ['entries'], 'entry')) {
    const file = files.faq.find(({ value }) => value.entries.includes(entry));
    if (file === undefined) continue;
    entries.set(id, {
      ...entry,
      topic: file.value.topic,
      owner: entry.owner ?? file.value.owner,
      file: file.file,
    });
  }
  const one = <T>(file: YamlFile<T> | undefined): YamlFile<T>[] => (file === undefined ? [] : [file]);
  const found = {
    comparisons: unique(files.comparisons, (table) => [table], [], 'comparison'),
    bodies: unique(files.bodies, ({ bodies }) => bodies, ['bodies'], 'body'),
    services: unique(one(files.services), ({ services }) => services, ['services'], 'service'),
    terms: unique(files.glossary, ({ terms }) => terms, ['terms'], 'term'),
    routes: unique(files.routes, ({ routes }) => routes, ['routes'], 'route'),
    duties: unique(files.duties, ({ duties }) => duties, ['duties'], 'duty'),
    guides: unique(files.guides, (guide) => [guide], [], 'guide'),
    subjects: new Map(rules.subjects.map((subject) => [subject.id, subject])),
  };
  const { figures, calendar, regions, countries, points, freshness } = files;
  const known: Known = {
    sources: new Set(sources.keys()),
    entries: new Set(entries.keys()),
    subjects: new Set(found.subjects.keys()),
    comparisons: new Set(found.comparisons.keys()),
    bodies: new Set(found.bodies.keys()),
    services: new Set(found.services.keys()),
    duties: new Set(found.duties.keys()),
    guides: found.guides.size > 0 ? new Set(found.guides.keys()) : undefined,
    figures: figures?.value ?? { mrp: {}, figures: {} },
  };
  faults.push(...crossFaults(files, known, documents));

  if (faults.length > 0 || !figures || !calendar || !regions || !countries || !points || !freshness)
    return { ok: false, faults: sorted(faults) };
  const warnings = known.guides === undefined ? guideWarnings(files.faq) : [];
  return {
    ok: true,
    knowledge: deepFreeze({
      version,
      sources,
      topics,
      entries,
      documents,
      ...found,
      figures: figures.value,
      calendar: calendar.value,
      regions: new Map(regions.value.regions.map((region) => [region.code, region])),
      ordinaryPlaces: regions.value.ordinary,
      countries: new Map(countries.value.countries.map((country) => [country.code, country])),
      points: points.value,
      freshness: freshness.value,
      guideSuggestions: files.guideSuggestions?.value ?? null,
      warnings,
    }),
  };
}

/** Gathers records by id over files and notes ids that stand twice. */
function collector(faults: Fault[]) {
  return <T, R extends { readonly id: string }>(
    files: readonly YamlFile<T>[],
    records: (value: T) => readonly R[],
    path: Path,
    what: string,
  ): Map<string, R> => {
    const first = new Map<string, string>();
    const all = new Map<string, R>();
    for (const file of files) {
      for (const [index, record] of records(file.value).entries()) {
        const at = path.length === 0 ? ['id'] : [...path, index, 'id'];
        const before = first.get(record.id);
        if (before !== undefined)
          faults.push(file.fault(at, `${what} id "${record.id}" stands twice, first in ${before}`));
        else {
          first.set(record.id, file.file);
          all.set(record.id, record);
        }
      }
    }
    return all;
  };
}

function guideWarnings(faq: readonly YamlFile<FaqFile>[]): Fault[] {
  return faq.flatMap((file) =>
    file.value.entries.flatMap((entry, index) =>
      entry.guide === undefined
        ? []
        : [
            file.fault(
              ['entries', index, 'guide'],
              `guide "${entry.guide}" cannot be checked: there are no guides`,
            ),
          ],
    ),
  );
}

function sourceOf(document: RuleDocument): Source {
  return {
    id: `rules.${document.id}`,
    kind: 'decision',
    title: document.title,
    number: document.number,
    adopted: document.date,
    date: document.date,
    official_language: document.official_language,
    ...(document.url === undefined ? {} : { url: document.url }),
  };
}

function sorted(faults: readonly Fault[]): Fault[] {
  return [...faults].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
}
