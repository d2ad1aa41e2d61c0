import { fillFigures, placeholdersOf } from './figures.ts';
import type { Fault, Path, YamlFile } from './read-yaml.ts';
import type { FiguresFile } from './schema/figures.ts';
import type { SourceRef } from './schema/source.ts';

/** Names that references may point to. */
export interface Known {
  readonly sources: ReadonlySet<string>;
  readonly entries: ReadonlySet<string>;
  readonly subjects: ReadonlySet<string>;
  readonly comparisons: ReadonlySet<string>;
  readonly bodies: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  readonly duties: ReadonlySet<string>;
  /** Undefined while no guides are written: then guide ids cannot be checked. */
  readonly guides: ReadonlySet<string> | undefined;
  readonly figures: FiguresFile;
}

type Located = Pick<YamlFile<unknown>, 'fault'>;

/** Faults of references to sources. */
export function sourceFaults(file: Located, path: Path, refs: readonly SourceRef[], known: Known): Fault[] {
  return refs.flatMap((ref, index) =>
    known.sources.has(ref.source)
      ? []
      : [file.fault([...path, index, 'source'], `there is no source "${ref.source}" in content/sources`)],
  );
}

/** A fault when an id is not among those known. */
export function idFault(
  file: Located,
  path: Path,
  id: string | undefined,
  what: string,
  ...places: (ReadonlySet<string> | undefined)[]
): Fault[] {
  if (id === undefined || places.some((place) => place === undefined || place.has(id))) return [];
  return [file.fault(path, `there is no ${what} "${id}"`)];
}

/**
 * Faults of figures named in any text below a value: unknown names, filters that do not fit, braces that are no figure,
 * and figures that do not hold on any day of a period.
 */
export function figureFaults(
  file: Located,
  path: Path,
  value: unknown,
  { figures }: Known,
  period: Period = {},
): Fault[] {
  return textsOf(value, path).flatMap(({ path: at, text }) => {
    const names = placeholdersOf(text).map(({ name }) => name);
    const unknown = names.filter((name) => !knownFigure(name, figures));
    if (unknown.length > 0)
      return unknown.map((name) => file.fault(at, `there is no figure "${name}" in content/figures.yaml`));
    const outside = names.filter((name) => !meet(figures.figures[name] ?? {}, period));
    const faults = outside.map((name) =>
      file.fault(at, `figure "${name}" does not hold while this edition does`),
    );
    try {
      fillFigures(text, 'kk', { date: '2026-01-01', figures });
    } catch (error) {
      faults.push(file.fault(at, error instanceof Error ? error.message : String(error)));
    }
    return faults;
  });
}

interface Period {
  readonly valid_from?: string | undefined;
  readonly valid_to?: string | undefined;
}

function meet(a: Period, b: Period): boolean {
  return (a.valid_from ?? '') <= (b.valid_to ?? '9999') && (b.valid_from ?? '') <= (a.valid_to ?? '9999');
}

/** Every text below a value with its path. */
export function textsOf(value: unknown, path: Path = []): { path: Path; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsOf(item, [...path, index]));
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([key, item]) => textsOf(item, [...path, key]));
  return [];
}

function knownFigure(name: string, figures: FiguresFile): boolean {
  if (name === 'mrp') return true;
  const year = /^mrp\.(\d{4})$/.exec(name)?.[1];
  return year === undefined ? name in figures.figures : year in figures.mrp;
}
