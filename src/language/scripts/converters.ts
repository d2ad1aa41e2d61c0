import type { Script } from '../locale.ts';
import type { Exceptions } from './exceptions.ts';
import type { WrittenLatin } from './latin-word.ts';
import type { LetterModel } from './letter-model.ts';
import { arabicWriter } from './to-arabic.ts';
import { cyrillicReader, type ToCyrillicOptions } from './to-cyrillic.ts';
import { latinWriter } from './to-latin.ts';

/** Conversions between the scripts of Kazakh. Pure: the same text gives the same result. */
export interface Converters {
  /** Cyrillic → töte jazu as written in China, with Arabic punctuation. What is not a Cyrillic word stays. */
  toArabic(text: string): string;
  /** Cyrillic → Latin, by default the letters of 2021. What is not a Cyrillic word stays. */
  toLatin(text: string, alphabet?: WrittenLatin): string;
  /** Arabic or Latin → Cyrillic. Rules, then letter statistics, then the vocabulary if there is one. */
  toCyrillic(text: string, options?: ToCyrillicOptions): string;
  /**
   * A Cyrillic text of the interface or an answer as a person reads it in a script: like the above, and in Arabic with
   * numbers, Latin and act numbers isolated and arrows turned round.
   */
  convertForReading(text: string, script: Script): string;
}

/** Makes converters with an editor's exceptions, a letter model and, if there is one, a list of known words. */
export function createConverters(
  exceptions: Exceptions,
  model: () => LetterModel,
  words: () => ReadonlySet<string> = () => new Set(),
): Converters {
  const arabic = arabicWriter(exceptions);
  const latin = latinWriter(exceptions);
  let reader: ReturnType<typeof cyrillicReader> | undefined;

  return {
    toArabic: (text) => arabic.text(text, false),
    toLatin: latin,
    toCyrillic(text, options) {
      reader ??= cyrillicReader({ exceptions, model: model(), write: arabic.word, words: words() });
      return reader(text, options);
    },
    convertForReading(text, script) {
      if (script === 'cyrl') return text;
      return script === 'arab' ? arabic.text(text, true) : latin(text);
    },
  };
}
