import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ZodType } from 'zod';
import { type Fault, readYaml, type YamlFile } from '../read-yaml.ts';
import { RuleDocument, type RuleSubject, RuleSubjectFile } from '../schema/rules.ts';
import { documentFaults, subjectFaults } from './rule-links.ts';

/** The rule texts and what they regulate, with everything that is wrong in their files. */
export interface Rules {
  readonly documents: readonly RuleDocument[];
  readonly subjects: readonly RuleSubject[];
  /** Empty when every file is sound. Documents and subjects of unsound files are left out. */
  readonly faults: readonly Fault[];
}

/**
 * Reads `<folder>/*.yaml` (one rule text each) and `<folder>/subjects/*.yaml`, and checks the links between
 * them. Never throws on content: all faults are gathered, each with file, line, key and reason.
 *
 * @param folder path of the rules' folder
 * @param label how the folder is named in faults
 */
export function loadRules(folder: string, label = 'content/rules'): Rules {
  const texts = readAll(folder, label, RuleDocument);
  const subjectFiles = readAll(join(folder, 'subjects'), `${label}/subjects`, RuleSubjectFile);
  const documents = new Map(texts.files.map(({ value }) => [value.id, value]));
  return {
    documents: [...documents.values()],
    subjects: subjectFiles.files.flatMap(({ value }) => value.subjects),
    faults: [
      ...texts.faults,
      ...subjectFiles.faults,
      ...texts.files.flatMap(documentFaults),
      ...subjectFaults(subjectFiles.files, documents),
    ],
  };
}

function readAll<T>(
  folder: string,
  label: string,
  schema: ZodType<T>,
): { files: readonly YamlFile<T>[]; faults: readonly Fault[] } {
  const files: YamlFile<T>[] = [];
  const faults: Fault[] = [];
  for (const name of yamlNames(folder)) {
    const read = readYaml(join(folder, name), schema, `${label}/${name}`);
    if (read.ok) files.push(read);
    else faults.push(...read.faults);
  }
  return { files, faults };
}

/** Sorted: the order of answers must not hang on the file system. A folder that is not there has no files. */
function yamlNames(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
