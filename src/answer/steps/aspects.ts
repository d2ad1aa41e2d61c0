import { isStopWord, stemKey } from '../../search/analysis/index.ts';
import type { Fillers } from '../../search/fillers.ts';
import { keysOfBoth } from '../../search/listed-words.ts';
import type { Word } from '../../search/words.ts';

/** Words for a side of a matter, by language (`content/language/aspects.yaml`). */
export interface AspectWords {
  readonly kk: readonly string[];
  readonly ru: readonly string[];
}

/** Tells the sides of a matter (cost, time, papers, place) from the matter. */
export interface Aspects {
  /** Whether a question names a side and no matter: «сколько стоит?», «қайда тапсырамын?». */
  only(words: readonly Word[]): boolean;
  /** What a question is about, whatever of it was asked; empty when it names no matter. */
  matterOf(words: readonly Word[]): string;
}

/**
 * Over the lists of `content/language/aspects.yaml`. Searched alone, a question of sides only got whatever entry has
 * most of those words: «қайда тапсырамын?» after an answer on kandas papers told about residence permits.
 */
export function createAspects({ kk, ru }: AspectWords, fillers: Fillers): Aspects {
  const keys = new Set([...kk.map((word) => stemKey(word, 'kk')), ...ru.map((word) => stemKey(word, 'ru'))]);
  const isAspect = ({ stems, loose }: Word): boolean =>
    keys.has(loose) || stems.some((stem) => keys.has(stem));
  const polite = keysOfBoth(fillers);
  const saysNothing = (word: Word): boolean =>
    isAspect(word) || isStopWord(word.loose) || polite.has(word.loose);
  return {
    only: (words) => words.some(isAspect) && words.every(saysNothing),
    matterOf: (words) =>
      words
        .filter((word) => !saysNothing(word))
        .map(({ surface }) => surface)
        .join(' '),
  };
}
