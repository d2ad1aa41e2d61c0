import { looseKey } from '../language/keys/index.ts';
import type { Language } from '../language/locale.ts';
import { lowerCase, normalise } from '../language/normalise/index.ts';
import { toCyrillic } from '../language/scripts/index.ts';
import { stemKazakh, stemRussian } from '../language/stem/index.ts';
import { scriptOfWord, wordsOf } from '../language/tokens.ts';
import type { Word } from './words.ts';

/** Words in use, by skeleton: the likeliest Cyrillic spellings of a word typed any other way. */
export type Restore = (loose: string) => readonly string[];

/** Cuts indexed text into words; its language is known, so each word has one stem. */
export type AnalyseText = (text: string, language: Language) => readonly Word[];

/** Cuts a question into words: any spelling, either language. */
export type AnalyseQuery = (text: string) => readonly Word[];

/** Questions come from outside: the cache of their words must not grow without end. */
const mostCached = 20_000;

/** Analysis of indexed text. Words repeat, so each is stemmed once. */
export function createTextAnalysis(): AnalyseText {
  const known = new Map<string, Word>();
  return (text, language) =>
    wordsOf(normalise(text)).map((raw) => {
      const surface = lowerCase(raw);
      const id = language + surface;
      let word = known.get(id);
      if (word === undefined) {
        word = { surface, stems: [stemKey(surface, language)], loose: looseKey(surface) };
        known.set(id, word);
      }
      return word;
    });
}

/**
 * Analysis of questions. A word is read as every Cyrillic word of the content that it could be (`restore`), else as
 * transliterated, and stemmed in both languages: below three words the language of a question is a guess.
 */
export function createQueryAnalysis(restore: Restore): AnalyseQuery {
  const asked = new Map<string, Word>();
  return (text) =>
    wordsOf(normalise(text)).map((raw) => {
      const surface = lowerCase(raw);
      const cached = asked.get(surface);
      if (cached !== undefined) return cached;
      if (asked.size >= mostCached) asked.clear();
      const word = queryWord(surface, restore);
      asked.set(surface, word);
      return word;
    });
}

function queryWord(surface: string, restore: Restore): Word {
  const loose = looseKey(surface);
  const script = scriptOfWord(surface);
  const spelt = script === 'arab' || script === 'latn' ? toCyrillic(surface, { from: script }) : surface;
  const readings = new Set([spelt, ...restore(loose)]);
  const stems = new Set<string>();
  for (const reading of readings) {
    stems.add(stemKey(reading, 'kk'));
    // Russian is not written in Arabic letters here.
    if (script !== 'arab') stems.add(stemKey(reading, 'ru'));
  }
  return { surface, loose, stems: [...stems] };
}

/** Skeleton of a word's stem: stems of both languages and all scripts in one space. */
export function stemKey(word: string, language: Language): string {
  return looseKey(language === 'kk' ? stemKazakh(word) : stemRussian(word));
}
