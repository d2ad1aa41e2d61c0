import { stemmer } from '@orama/stemmers/russian';

/** Snowball stem of a lower-case Russian word; ё and е are one letter, as people write. */
export function stemRussian(word: string): string {
  return stemmer(word.toLowerCase().replaceAll('ё', 'е'));
}
