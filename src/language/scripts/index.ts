import { createConverters } from './converters.ts';
import { readExceptions } from './exceptions.ts';
import { letterModel, readLetterCounts } from './letter-model.ts';
import { knownWords } from './words.ts';

export { guessLatinAlphabet, type LatinAlphabet } from './alphabet.ts';
export { isolate, stripIsolates } from './bidi.ts';
export { type Converters, createConverters } from './converters.ts';
export { type Exceptions, exceptionsSchema, readExceptions } from './exceptions.ts';
export type { WrittenLatin } from './latin-word.ts';
export type { ToCyrillicOptions } from './to-cyrillic.ts';

const folder = new URL('../../../content/language/', import.meta.url);

/** Reading Cyrillic from other scripts needs letter counts and word lists; they are read once, when first needed. */
const converters = createConverters(
  readExceptions(new URL('exceptions.yaml', folder)),
  () => letterModel(readLetterCounts(new URL('arabic-latin-letters.json.gz', folder))),
  () => knownWords(new URL('arabic-latin-words.txt', folder)),
);

export const { toArabic, toLatin, toCyrillic, convertForReading } = converters;
