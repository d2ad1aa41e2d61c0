import { looseKey } from '../language/keys/index.ts';
import type { Language } from '../language/locale.ts';
import { lowerCase, normalise } from '../language/normalise/index.ts';
import { toCyrillic } from '../language/scripts/index.ts';
import { scriptOfWord, wordsOf } from '../language/tokens.ts';
import { codeKey, marks, stemKey } from './analysis/keys.ts';
import type { Vocabulary } from './analysis/vocabulary.ts';
import type { Word } from './words.ts';

/** Cuts indexed text into words; its language is known, so each word has one stem. */
export type AnalyseText = (text: string, language: Language) => readonly Word[];

/** Cuts a question into words: any spelling, either language. */
export type AnalyseQuery = (text: string) => readonly Word[];

/** Most spellings tried for one skeleton: further ones are rare words that only add noise. */
const mostSpellings = 3;

/** Questions come from outside: the cache of their words must not grow without end. */
const mostCached = 20_000;

/** Analysis of indexed text. Words repeat, so each is stemmed once. */
export function createTextAnalysis(): AnalyseText {
  const known = { kk: new Map<string, Word>(), ru: new Map<string, Word>() };
  return (text, language) =>
    wordsOf(normalise(text)).map((raw) => {
      const before = known[language].get(raw);
      if (before !== undefined) return before;
      const surface = lowerCase(raw);
      let word = known[language].get(surface);
      if (word === undefined) {
        word = { surface, stems: [codeOf(surface) ?? stemKey(surface, language)], loose: looseKey(surface) };
        known[language].set(surface, word);
      }
      known[language].set(raw, word);
      return word;
    });
}

/**
 * Analysis of questions. A word that the content has is that word; any other spelling is read as the content's words of
 * the same skeleton, else as transliterated, and stemmed in both languages: below three words the language of a question is a guess.
 */
export function createQueryAnalysis(vocabulary: Vocabulary): AnalyseQuery {
  const asked = new Map<string, Word>();
  return (text) =>
    wordsOf(normalise(text)).map((raw) => {
      const surface = lowerCase(raw);
      const cached = asked.get(surface);
      if (cached !== undefined) return cached;
      if (asked.size >= mostCached) asked.clear();
      const word = queryWord(surface, vocabulary);
      asked.set(surface, word);
      return word;
    });
}

function queryWord(surface: string, vocabulary: Vocabulary): Word {
  const loose = looseKey(surface);
  const code = codeOf(surface);
  if (code !== undefined) return { surface, loose, stems: [code] };
  const script = scriptOfWord(surface);
  const stems = new Set<string>();
  for (const reading of readings(surface, script, loose, vocabulary)) {
    stems.add(stemKey(reading, 'kk'));
    // Russian is not written in Arabic letters here.
    if (script !== 'arab') stems.add(stemKey(reading, 'ru'));
  }
  return { surface, loose, stems: [...stems] };
}

function readings(surface: string, script: string, loose: string, vocabulary: Vocabulary): Iterable<string> {
  if (script === 'cyrl' && vocabulary.countOf(surface) > 0) return [surface];
  const restored = vocabulary.restore(loose).slice(0, mostSpellings);
  if (script === 'arab' || script === 'latn')
    return new Set([toCyrillic(surface, { from: script }), ...restored]);
  return new Set([surface, ...restored]);
}

/** A number or code («312», «B10») is its own stem, in any keyboard's letters. */
function codeOf(surface: string): string | undefined {
  return codeKey(surface)?.slice(marks.stem.length);
}
