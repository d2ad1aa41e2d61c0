import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ZodType } from 'zod';
import { type Fault, readYaml, type YamlFile } from './read-yaml.ts';

/** Reads files of one content folder and gathers what is wrong in them. */
export interface ContentFolder {
  readonly faults: Fault[];
  /** One file; undefined when it is faulty, the faults being noted. */
  file<T>(name: string, schema: ZodType<T>): YamlFile<T> | undefined;
  /** All YAML files directly in a folder, sorted by name; none when there is no such folder. */
  all<T>(folder: string, schema: ZodType<T>, except?: readonly string[]): YamlFile<T>[];
}

/** A content folder below a root (the repository); faults name files as `content/…`. */
export function openContent(root: string): ContentFolder {
  const faults: Fault[] = [];
  function file<T>(name: string, schema: ZodType<T>): YamlFile<T> | undefined {
    const result = readYaml(join(root, 'content', name), schema, `content/${name}`);
    if (result.ok) return result;
    faults.push(...result.faults);
    return undefined;
  }
  return {
    faults,
    file,
    all(folder, schema, except = []) {
      return yamlNames(join(root, 'content', folder))
        .filter((name) => !except.includes(name))
        .map((name) => file(`${folder}/${name}`, schema))
        .filter((read) => read !== undefined);
    },
  };
}

/** Names of the YAML files directly in a folder, sorted: nothing may hang on the order of the file system. */
export function yamlNames(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
}

/** All YAML files below `content`, sorted, as paths. */
export function contentFiles(root: string): string[] {
  const folder = join(root, 'content');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Hash of names and texts of all content files, 16 hexadecimal digits. */
export function contentVersion(root: string): string {
  const hash = createHash('sha256');
  for (const path of contentFiles(root)) {
    hash
      .update(relative(root, path).split(sep).join('/'))
      .update('\0')
      .update(readFileSync(path))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}
