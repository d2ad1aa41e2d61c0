import { looseKey } from '../language/keys/index.ts';
import { lowerCase, normalise } from '../language/normalise/index.ts';
import { scriptOfWord, wordsOf } from '../language/tokens.ts';

/** Most spellings tried for one skeleton: further ones are rare words that only add noise. */
const mostSpellings = 3;

/**
 * The Cyrillic words of the content by their script-neutral skeleton, most frequent first: from any spelling back
 * to the word as the content writes it.
 */
export function createVocabulary(texts: Iterable<string>): (loose: string) => readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const raw of wordsOf(normalise(text))) {
      const word = lowerCase(raw);
      if (scriptOfWord(word) === 'cyrl') counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const byKey = new Map<string, string[]>();
  for (const [word] of [...counts].sort((a, b) => b[1] - a[1])) {
    const key = looseKey(word);
    const words = byKey.get(key) ?? [];
    if (words.length < mostSpellings) words.push(word);
    byKey.set(key, words);
  }
  return (loose) => byKey.get(loose) ?? [];
}
