import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { load } from 'js-yaml';
import type { Document } from 'yaml';
import type { core, ZodType } from 'zod';
import { once } from './once.ts';

/** One thing wrong in a content file, said so that an editor finds it. */
export interface Fault {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** Where in the file: `entries.3.answer.kk`; empty for the file as a whole. */
  readonly key: string;
  readonly reason: string;
}

/** Key of a value inside a file. */
export type Path = readonly (string | number)[];

/** A file that fits its schema, and where its values stand. */
export interface YamlFile<T> {
  readonly ok: true;
  readonly file: string;
  readonly value: T;
  /** Makes a fault at a value of this file. */
  readonly fault: (path: Path, reason: string) => Fault;
}

export type ReadResult<T> = YamlFile<T> | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Reads one YAML file and holds it against a schema. Reports every fault, not the first:
 * an editor who mends one line per run gives up.
 *
 * @param label how the file is named in faults (a path inside the repository)
 */
export function readYaml<T>(path: string, schema: ZodType<T>, label = path): ReadResult<T> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      faults: [{ file: label, line: 1, column: 1, key: '', reason: `cannot read: ${reason}` }],
    };
  }
  return parseYaml(text, schema, label);
}

/**
 * As `readYaml`, from a text. Values are read by js-yaml, six times as fast: half a second of every start. Where
 * something is wrong, `yaml` reads the text again, because it knows the line of everything.
 */
export function parseYaml<T>(text: string, schema: ZodType<T>, label: string): ReadResult<T> {
  const placed = once(() => placesIn(text));
  let value: unknown;
  try {
    value = load(text);
  } catch (error) {
    const faults = placed().errors(label);
    // The two readers agree on what is YAML; should they ever not, the first one's words are better than none.
    const reason = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      faults: faults.length > 0 ? faults : [{ file: label, line: 1, column: 1, key: '', reason }],
    };
  }
  const fault = (path: Path, reason: string): Fault => ({
    file: label,
    ...placed().of(path),
    key: path.join('.'),
    reason,
  });
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, file: label, value: result.data, fault };
  return { ok: false, faults: result.error.issues.flatMap((issue) => faultsOf(issue, fault)) };
}

/** Loaded only where something is wrong: a thirtieth of a start, and a megabyte for good. */
const positions = once(() => createRequire(import.meta.url)('yaml') as typeof import('yaml'));

/** Where everything stands in a text. */
function placesIn(text: string) {
  const { LineCounter, parseDocument } = positions();
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  return {
    of: (path: Path) => at(offsetOf(document, path)),
    errors: (file: string): Fault[] =>
      document.errors.map(({ pos, message }) => ({ file, ...at(pos[0]), key: '', reason: message })),
  };
}

function faultsOf(issue: core.$ZodIssue, fault: YamlFile<unknown>['fault']): Fault[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => fault([...path, key], `unknown key "${key}"`));
  return [fault(path, issue.message)];
}

/** Offset of the value at a path, of its key in a map, or of the nearest part that exists. */
function offsetOf(document: Document, path: Path): number {
  const { isMap, isPair, isScalar, isSeq } = positions();
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const key of path) {
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key),
      );
      if (pair === undefined) return offset;
      offset = startOf(pair.key) ?? offset;
      next = pair.value;
    } else if (isSeq(node)) {
      next = node.items[Number(key)];
      offset = startOf(next) ?? offset;
    } else return offset;
    node = next;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return positions().isNode(node) ? node.range?.[0] : undefined;
}
