import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Language } from '../../language/locale.ts';
import type { Passage } from '../../search/analysis/index.ts';

/** Numbers are taken for the text they are written as. */
const Id = z.union([z.string(), z.number()]).transform(String);

const PassageLine = z.object({
  id: Id,
  title: z.string().default(''),
  text: z.string(),
  /** Start and end of each chunk in code points. */
  chunks: z.array(z.tuple([z.int(), z.int()])).default([]),
});

const QueryLine = z.object({ id: Id, text: z.string() });
export type Query = z.infer<typeof QueryLine>;

/** Reads passages (JSON lines with id, title, text, chunks); with `chunks` each chunk is a passage `id~n`, n from 1. */
export function readPassages(file: string, chunks: boolean, language?: Language): Passage[] {
  const own = language === undefined ? {} : { language };
  return readLines(file, PassageLine).flatMap(({ id, title, text, chunks: spans }): Passage[] => {
    if (!chunks || spans.length === 0) return [{ id: chunks ? `${id}~1` : id, title, text, ...own }];
    const letters = [...text];
    return spans.map(([start, end], index) => ({
      id: `${id}~${index + 1}`,
      title,
      text: letters.slice(start, end).join(''),
      context: text,
      ...own,
    }));
  });
}

/** Reads queries (JSON lines with id and text). */
export function readQueries(file: string): Query[] {
  return readLines(file, QueryLine);
}

/** Relevant documents of each query at a level (`passage` or `chunk`), from a table query, doc, rel, level. */
export function readRelevant(folder: string, language: Language, level: string): Map<string, Set<string>> {
  const file = join(folder, `${language}_retrieval_qrels.tsv`);
  const relevant = new Map<string, Set<string>>();
  if (!existsSync(file)) return relevant;
  for (const line of readFileSync(file, 'utf8').split('\n').slice(1)) {
    const [query = '', document = '', grade = '', of = ''] = line.split('\t');
    if (of.trim() !== level || Number(grade) <= 0) continue;
    relevant.set(query, (relevant.get(query) ?? new Set()).add(document));
  }
  return relevant;
}

function readLines<T>(file: string, schema: z.ZodType<T>): T[] {
  return readFileSync(file, 'utf8')
    .replace(/^\uFEFF/u, '')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const parsed = schema.safeParse(jsonOf(line, `${file}:${index + 1}`));
      if (!parsed.success) throw new Error(`${file}:${index + 1}: ${z.prettifyError(parsed.error)}`);
      return [parsed.data];
    });
}

function jsonOf(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`${place}: is not JSON`);
  }
}
