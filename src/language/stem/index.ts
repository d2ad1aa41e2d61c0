import type { Language } from '../locale.ts';
import { createKazakhStemmer } from './kazakh.ts';
import { stemRussian } from './russian.ts';
import { readStemFiles } from './stem-files.ts';

export { createKazakhStemmer } from './kazakh.ts';
export { stemRussian } from './russian.ts';

/**
 * Key of a Kazakh word's stem, equal for the forms of one word. Takes a lower-case Cyrillic word;
 * anything else comes back unchanged. The key is for comparing and is not a dictionary form.
 */
export const stemKazakh: (word: string) => string = createKazakhStemmer(readStemFiles());

/** Key of a word's stem in the language of its text. */
export function stem(word: string, language: Language): string {
  return language === 'ru' ? stemRussian(word) : stemKazakh(word);
}
