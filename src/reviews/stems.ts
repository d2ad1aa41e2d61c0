import type { Knowledge } from '../knowledge/knowledge.ts';
import { looseKey } from '../language/keys/index.ts';
import type { Language } from '../language/locale.ts';
import { lowerCase, normalise } from '../language/normalise/index.ts';
import { toCyrillic } from '../language/scripts/index.ts';
import { scriptOfWord, wordsOf } from '../language/tokens.ts';
import { isStopWord, stemKey, Vocabulary } from '../search/analysis/index.ts';
import { codeKey } from '../search/analysis/keys.ts';
import type { Stems } from './cluster.ts';

/** Words remembered with their stems: people use the same few thousand. */
const mostRemembered = 50_000;

/**
 * Stems of questions by the product's own analysis: words of every script are read as the Cyrillic words the content
 * has, and stemmed in the question's language, which is known by now.
 */
export function questionStems(knowledge: Pick<Knowledge, 'entries'>): Stems {
  const vocabulary = new Vocabulary();
  for (const { questions, title } of knowledge.entries.values())
    for (const text of [...questions.kk, ...questions.ru, title.kk, title.ru]) vocabulary.add(text);
  const remembered = new Map<string, string | null>();

  /** `null` for a word that says nothing of what is asked. */
  const stemOf = (surface: string, language: Language): string | null => {
    const loose = looseKey(surface);
    if (isStopWord(loose, language)) return null;
    const code = codeKey(surface);
    if (code !== undefined) return code;
    const script = scriptOfWord(surface);
    if (script === 'cyrl' && vocabulary.countOf(surface) > 0) return stemKey(surface, language);
    const [known] = vocabulary.restore(loose);
    const read = script === 'arab' || script === 'latn' ? toCyrillic(surface, { from: script }) : surface;
    return stemKey(known ?? read, language);
  };

  return ({ text, language }) =>
    wordsOf(normalise(text)).flatMap((raw) => {
      const surface = lowerCase(raw);
      const id = `${language}${surface}`;
      let stem = remembered.get(id);
      if (stem === undefined) {
        if (remembered.size >= mostRemembered) remembered.clear();
        stem = stemOf(surface, language);
        remembered.set(id, stem);
      }
      return stem === null ? [] : [stem];
    });
}
