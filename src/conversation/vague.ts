import type { GuideSuggestions } from '../knowledge/schema/guide.ts';
import { looseKey } from '../language/keys/index.ts';
import { normalise } from '../language/normalise/index.ts';
import { wordsOf } from '../language/tokens.ts';

/** A vague question is short: with more words it says what it is about, and is answered. */
const mostWords = 6;

/** Words beside the phrase that name no matter: greetings, «скажите», «мен». */
const mostBeside = 2;

/**
 * Whether a message says only that a person does not know where to begin («қайдан бастаймын», «с чего начать?»).
 * Compared with the phrases of `content/guides/suggest.yaml` by script-neutral keys: any script, any spelling.
 */
export function vagueQuestions(suggestions: GuideSuggestions | null): (text: string) => boolean {
  const { kk = [], ru = [] } = suggestions?.phrases ?? {};
  const phrases = [...kk, ...ru].map(keysOf);
  return (text) => {
    const words = keysOf(text);
    return (
      words.length <= mostWords &&
      phrases.some((phrase) => words.length - phrase.length <= mostBeside && contains(words, phrase))
    );
  };
}

function keysOf(text: string): string[] {
  return wordsOf(normalise(text)).map((word) => looseKey(word));
}

function contains(words: readonly string[], phrase: readonly string[]): boolean {
  return words.some((_, start) => phrase.every((key, index) => words[start + index] === key));
}
