import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../../content/language/', import.meta.url);
const notLists = new Set(['stems-kk-irregular.txt']);

/** Lines of all stem lists (`content/language/stems-kk-*.txt`), files in alphabetical order. */
export function readStemFiles(): string[] {
  return readdirSync(folder)
    .filter((name) => /^stems-kk-.*\.txt$/u.test(name) && !notLists.has(name))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'));
}
