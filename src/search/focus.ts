import { keysOfBoth } from './listed-words.ts';
import type { FocusPolicy } from './policy.ts';
import type { Word } from './words.ts';

/** Words that ask, by language (`content/language/asking.yaml`). */
export interface AskingWords {
  readonly kk: readonly string[];
  readonly ru: readonly string[];
}

/**
 * Lets the story of a long message weigh less than its question. Spoken messages tell who came from where, with whom
 * and what a clerk said, and ask in eight words at the end: weighed alike, the story's words covered no entry and
 * drowned the eight.
 */
export function focusing(
  words: AskingWords,
  policy: FocusPolicy,
): (words: readonly Word[]) => readonly Word[] {
  const asking = keysOfBoth(words);
  return (words) => {
    if (words.length < policy.from_words) return words;
    const places = words.flatMap(({ loose }, at) => (asking.has(loose) ? [at] : []));
    if (places.length === 0) return words;
    return words.map((word, at) =>
      places.some((place) => Math.abs(place - at) <= policy.radius)
        ? word
        : { ...word, emphasis: policy.story },
    );
  };
}
