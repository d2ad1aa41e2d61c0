import type { RuleDocument, RulePart, RuleSubject } from '../../knowledge/schema/rules.ts';
import type { SubjectScope } from '../compose/subject.ts';
import { clauseReference } from './clause-reference.ts';

/** A clause asked for by number, and the subjects it speaks of. */
export interface NamedClause {
  readonly document: RuleDocument;
  readonly part: RulePart;
  readonly subjects: readonly RuleSubject[];
}

/**
 * The clause of «пункт 9 правил Астаны». Clause numbers differ between the regions' texts (clause 7 is the list of
 * villages in one and adaptation programmes in another), so without a region no number is looked up.
 */
export function namedClause(
  text: string,
  scope: SubjectScope,
  documents: ReadonlyMap<string, RuleDocument>,
  subjects: ReadonlyMap<string, RuleSubject>,
): NamedClause | null {
  if (scope.scope !== 'documents') return null;
  const number = clauseReference(text);
  if (number === null) return null;
  for (const id of scope.documents) {
    const document = documents.get(id);
    const part = document?.parts.find((each) => each.id === number);
    if (document === undefined || part === undefined) continue;
    const speaking = [...subjects.values()].filter(
      (subject) => subject.clauses[id]?.clauses.includes(number) === true,
    );
    return { document, part, subjects: speaking };
  }
  return null;
}
