import type { GuideSuggestions } from '../knowledge/schema/guide.ts';
import { looseKey } from '../language/keys/index.ts';
import { normalise } from '../language/normalise/index.ts';
import { wordsOf } from '../language/tokens.ts';

/** A vague question is short: with more words it says what it is about, and is answered. */
const mostWords = 6;

/** Words beside the phrase that name no matter: greetings, «скажите», «мен». */
const mostBeside = 2;

/** What a message that only asks to be led is: which guide it names, or that it names none. */
export type Led =
  | { readonly type: 'named'; readonly guide: string }
  /** «қайдан бастаймын», «с чего начать?»: the person does not know where to begin. */
  | { readonly type: 'vague' };

/**
 * Reads messages that only ask to be led; `null` for all others. Compared with the phrases of
 * `content/guides/suggest.yaml` by script-neutral keys: any script, any spelling.
 */
export function ledQuestions(suggestions: GuideSuggestions | null): (text: string) => Led | null {
  const vague = phrasesOf(suggestions?.phrases);
  const named = Object.entries(suggestions?.named ?? {}).map(([guide, phrases]) => ({
    guide,
    phrases: phrasesOf(phrases),
  }));
  return (text) => {
    const words = keysOf(text);
    if (words.length > mostWords) return null;
    const says = (phrases: readonly string[][]) =>
      phrases.some((phrase) => words.length - phrase.length <= mostBeside && contains(words, phrase));
    const guide = named.find(({ phrases }) => says(phrases))?.guide;
    if (guide !== undefined) return { type: 'named', guide };
    return says(vague) ? { type: 'vague' } : null;
  };
}

function phrasesOf(phrases: GuideSuggestions['phrases'] | undefined): string[][] {
  return [...(phrases?.kk ?? []), ...(phrases?.ru ?? [])].map(keysOf);
}

function keysOf(text: string): string[] {
  return wordsOf(normalise(text)).map((word) => looseKey(word));
}

function contains(words: readonly string[], phrase: readonly string[]): boolean {
  return words.some((_, start) => phrase.every((key, index) => words[start + index] === key));
}
