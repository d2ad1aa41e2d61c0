import { readFileSync } from 'node:fs';
import { readStems } from '../stem/lexicon.ts';
import { readStemFiles } from '../stem/stem-files.ts';

/** Words of a list: separated by spaces, `#` starts a comment. */
export function readWords(file: string | URL): Set<string> {
  const text = readFileSync(file, 'utf8').replace(/#.*/gu, '');
  return new Set(text.split(/\s+/u).filter((word) => word !== ''));
}

/** The list of loans and names, and the stems of the stemmer (verbs as stems). */
export function knownWords(file: string | URL): Set<string> {
  const words = readWords(file);
  for (const { word } of readStems(readStemFiles())) words.add(word);
  return words;
}
