import { readFileSync } from 'node:fs';

let names: ReadonlySet<string> | undefined;

/** Whether a lower-case word stands in Kazakh and Russian alike (`content/language/names-of-both.txt`, read at first use). */
export function isOfBoth(word: string): boolean {
  if (names === undefined) {
    const file = new URL('../../../content/language/names-of-both.txt', import.meta.url);
    const lines = readFileSync(file, 'utf8').split('\n');
    names = new Set(lines.filter((line) => !line.startsWith('#')).flatMap((line) => line.split(/\s+/u)));
  }
  return names.has(word);
}
