import { keysOfBoth } from './listed-words.ts';
import type { Word } from './words.ts';

/** Fewer telling words than this, and fillers stay: «сәлем» alone is the whole message. */
const leastTelling = 3;

/** Words of politeness and hesitation by language (`content/language/fillers.yaml`). */
export interface Fillers {
  readonly kk: readonly string[];
  readonly ru: readonly string[];
}

/**
 * Leaves out what says nothing of the question: «Блин, подскажите пожалуйста, …». Left in, these words are rare in
 * our wordings and so weigh like the subject itself, and a chatty question was covered by no entry.
 */
export function withoutFillers(fillers: Fillers): (words: readonly Word[]) => readonly Word[] {
  const keys = keysOfBoth(fillers);
  return (words) => {
    const telling = words.filter((word) => !keys.has(word.loose));
    return telling.length >= leastTelling ? telling : words;
  };
}
