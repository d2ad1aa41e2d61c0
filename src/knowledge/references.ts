import { placeholdersOf } from './figures.ts';
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

/** Faults of figures named in any text below a value: unknown names and braces that are no figure. */
export function figureFaults(file: Located, path: Path, value: unknown, { figures }: Known): Fault[] {
  return textsOf(value, path).flatMap(({ path: at, text }) => {
    const faults = placeholdersOf(text)
      .filter(({ name }) => !knownFigure(name, figures))
      .map(({ name }) => file.fault(at, `there is no figure "${name}" in content/figures.yaml`));
    const left = text.replaceAll(/\{\{\s*[a-z0-9_.]+\s*(?:\|\s*[a-z]+\s*)?\}\}/g, '');
    if (left.includes('{{') || left.includes('}}'))
      faults.push(file.fault(at, 'double braces that name no figure'));
    return faults;
  });
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
