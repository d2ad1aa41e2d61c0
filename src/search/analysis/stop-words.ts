import { readFileSync } from 'node:fs';
import { looseKey } from '../../language/keys/index.ts';
import { type Language, languages } from '../../language/locale.ts';

const lists = new Map(languages.map((language) => [language, readList(language)]));

/**
 * Whether a word, given by its loose key, is a question or function word. Without a language it must be one in
 * either: below three words a question's language is a guess.
 */
export function isStopWord(key: string, language?: Language): boolean {
  if (language !== undefined) return lists.get(language)?.has(key) ?? false;
  return languages.some((each) => lists.get(each)?.has(key));
}

function readList(language: Language): ReadonlySet<string> {
  const file = new URL(`../../../content/language/stopwords-${language}.txt`, import.meta.url);
  const words = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  return new Set(words.map((word) => looseKey(word)));
}
