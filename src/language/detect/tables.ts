import { readFileSync } from 'node:fs';
import type { Script } from '../locale.ts';
import { type NgramTable, parseTable } from './table.ts';

const loaded = new Map<Script, NgramTable>();

/** The n-gram table of a script, read from `content/language/` at first use (each is under 100 KB). */
export function tableOf(script: Script): NgramTable {
  let table = loaded.get(script);
  if (table === undefined) {
    const file = new URL(`../../../content/language/langid-${script}.tsv`, import.meta.url);
    table = parseTable(readFileSync(file, 'utf8'));
    loaded.set(script, table);
  }
  return table;
}
