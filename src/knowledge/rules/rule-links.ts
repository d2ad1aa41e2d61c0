import type { Fault, YamlFile } from '../read-yaml.ts';
import type { RuleDocument, RuleSubject } from '../schema/rules.ts';

type SubjectFile = YamlFile<{ subjects: RuleSubject[] }>;

/** Faults of a rule text that its schema cannot see: the file must carry the name of the text. */
export function documentFaults(file: YamlFile<RuleDocument>): Fault[] {
  if (file.file.endsWith(`/${file.value.id}.yaml`)) return [];
  return [file.fault(['id'], `the file must be named ${file.value.id}.yaml`)];
}

/**
 * Faults of subjects against the rule texts: an unknown text or clause, a text named both as having and as
 * lacking the rule, an id that stands twice, and a subject without anything to say.
 */
export function subjectFaults(
  files: readonly SubjectFile[],
  documents: ReadonlyMap<string, RuleDocument>,
): Fault[] {
  const seen = new Map<string, string>();
  return files.flatMap((file) =>
    file.value.subjects.flatMap((subject, index) => {
      const faults = faultsOfSubject(subject, documents).map(({ path, reason }) =>
        file.fault(['subjects', index, ...path], reason),
      );
      const first = seen.get(subject.id);
      if (first !== undefined)
        faults.push(file.fault(['subjects', index, 'id'], `id ${subject.id} stands in ${first} too`));
      else seen.set(subject.id, file.file);
      return faults;
    }),
  );
}

interface Found {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

function faultsOfSubject(subject: RuleSubject, documents: ReadonlyMap<string, RuleDocument>): Found[] {
  const found: Found[] = [];
  for (const [id, held] of Object.entries(subject.clauses)) {
    const document = documents.get(id);
    if (document === undefined) {
      found.push({ path: ['clauses', id], reason: `there is no rule text ${id}` });
      continue;
    }
    for (const [at, clause] of held.clauses.entries()) {
      if (!document.parts.some((part) => part.id === clause))
        found.push({ path: ['clauses', id, 'clauses', at], reason: `${id} has no clause ${clause}` });
    }
  }
  for (const id of Object.keys(subject.absent)) {
    if (!documents.has(id)) found.push({ path: ['absent', id], reason: `there is no rule text ${id}` });
    if (subject.clauses[id] !== undefined)
      found.push({ path: ['absent', id], reason: `${id} stands among clauses too` });
  }
  if (Object.keys(subject.clauses).length === 0 && subject.overview === undefined)
    found.push({ path: ['overview'], reason: 'a subject that no text regulates needs an overview' });
  return found;
}
