import type { Localized } from '../../knowledge/schema/common.ts';
import type { Region } from '../../knowledge/schema/place.ts';
import type { RuleDocument } from '../../knowledge/schema/rules.ts';
import type { SubjectScope } from '../compose/subject.ts';

/** A region that the question names, or that the conversation is about. */
export interface NamedRegion {
  readonly code: string;
  readonly name: Localized;
}

/**
 * Which rule texts the named regions lead to. A subject's texts are asked for by region; a region whose rules we do
 * not have must be said so, never answered from a neighbour's.
 */
export function scopeOf(
  regions: readonly NamedRegion[],
  documents: ReadonlyMap<string, RuleDocument>,
): SubjectScope {
  const [first] = regions;
  if (first === undefined) return { scope: 'all' };
  const named = regions.flatMap(({ code }) => documentsOf(code, documents));
  return named.length > 0
    ? { scope: 'documents', documents: [...new Set(named)] }
    : { scope: 'elsewhere', region: first.name };
}

/** The region of a code, as a list so that unknown codes fall out: none for them. */
export function namedRegion(code: string, regions: ReadonlyMap<string, Region>): NamedRegion[] {
  const region = regions.get(code);
  return region === undefined ? [] : [{ code, name: region.name }];
}

/** The rule texts of a region. */
export function documentsOf(code: string, documents: ReadonlyMap<string, RuleDocument>): string[] {
  return [...documents.values()]
    .filter((document) => document.region === code)
    .map((document) => document.id);
}

/** A scope narrowed to the texts that a subject speaks of at all: Astana has a rule text and a commission's decree. */
export function narrowScope(scope: SubjectScope, known: ReadonlySet<string>): SubjectScope {
  if (scope.scope !== 'documents') return scope;
  const documents = scope.documents.filter((id) => known.has(id));
  return documents.length > 0 ? { scope: 'documents', documents } : { scope: 'all' };
}
