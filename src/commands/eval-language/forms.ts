import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../language/locale.ts';

/** A distinct form within a source, with every lemma it has there. */
export interface Form {
  readonly form: string;
  readonly lemmas: readonly string[];
}

/** Reads `kk_forms.tsv` or `ru_forms.tsv` (columns form, lemma, pos, source, …) by source. */
export function readForms(folder: string, language: Language): Map<string, Form[]> {
  const [head = '', ...lines] = readFileSync(join(folder, `${language}_forms.tsv`), 'utf8')
    .trimEnd()
    .split('\n');
  const columns = head.split('\t');
  const [formAt, lemmaAt, sourceAt] = ['form', 'lemma', 'source'].map((name) => columns.indexOf(name));
  if (formAt === -1 || lemmaAt === -1 || sourceAt === -1) {
    throw new Error(`${language}_forms.tsv: the first line must name the columns form, lemma and source`);
  }
  const sources = new Map<string, Map<string, Set<string>>>();
  for (const line of lines) {
    const cells = line.split('\t');
    const [form = '', lemma = '', source = ''] = [formAt, lemmaAt, sourceAt].map((at) => cells[at ?? -1]);
    const forms = sources.get(source) ?? new Map<string, Set<string>>();
    sources.set(source, forms);
    forms.set(form, (forms.get(form) ?? new Set()).add(lemma));
  }
  return new Map(
    [...sources].map(([source, forms]) => [
      source,
      [...forms].map(([form, lemmas]) => ({ form, lemmas: [...lemmas] })),
    ]),
  );
}
