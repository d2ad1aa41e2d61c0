import { scriptOfWord } from '../language/tokens.ts';
import type { Restore } from './analyse-words.ts';
import type { Word } from './words.ts';

/** Most spellings tried for one skeleton: further ones are rare words that only add noise. */
const mostSpellings = 3;

/**
 * The Cyrillic words of the content by their script-neutral skeleton, most frequent first: from any spelling back
 * to the word as the content writes it.
 */
export function createVocabulary(texts: Iterable<readonly Word[]>): Restore {
  const counts = new Map<Word, number>();
  for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const byKey = new Map<string, string[]>();
  for (const [{ surface, loose }] of [...counts].sort((a, b) => b[1] - a[1])) {
    const spellings = byKey.get(loose) ?? [];
    if (spellings.length >= mostSpellings || spellings.includes(surface) || scriptOfWord(surface) !== 'cyrl')
      continue;
    byKey.set(loose, [...spellings, surface]);
  }
  return (loose) => byKey.get(loose) ?? [];
}
