import type { Route } from '../../knowledge/schema/route.ts';
import type { Language } from '../../language/locale.ts';

/** One word of a message as triggers see it: its script-neutral stems, by either language's stemmer. */
export type WordKeys = ReadonlySet<string>;

/** Makes the key of a trigger's word; the same stemmer and skeleton as `WordKeys`. */
export type KeyOf = (word: string, language: Language) => string;

interface Trigger {
  readonly route: Route;
  readonly keys: readonly string[];
  /** How many other words may stand between two words of the phrase. */
  readonly gap: number;
}

/** Other words allowed between two words of a phrase: «соедините меня с вашим специалистом». */
const looseGap = 3;

/** Finds the phrases of `content/routes/` that decide by themselves. */
export interface Triggers {
  /** The first route in content order one of whose phrases stands in the message, or `null`. */
  match(words: readonly WordKeys[]): Route | null;
}

/** Compiles the trigger phrases of all routes. */
export function compileTriggers(routes: readonly Route[], keyOf: KeyOf): Triggers {
  const triggers: Trigger[] = routes.flatMap((route) =>
    (['kk', 'ru'] as const).flatMap((language) =>
      route.triggers[language].map((phrase) => ({
        route,
        keys: phrase
          .replace(/^=/u, '')
          .split(/\s+/u)
          .map((word) => keyOf(word, language)),
        gap: phrase.startsWith('=') ? 0 : looseGap,
      })),
    ),
  );
  return {
    match: (words) => triggers.find((trigger) => standsIn(trigger, words))?.route ?? null,
  };
}

function standsIn(trigger: Trigger, words: readonly WordKeys[]): boolean {
  return words.some((_, start) => follows(trigger, 0, words, start, start));
}

function follows(
  trigger: Trigger,
  index: number,
  words: readonly WordKeys[],
  from: number,
  to: number,
): boolean {
  const key = trigger.keys[index];
  if (key === undefined) return true;
  for (let at = from; at <= Math.min(to, words.length - 1); at += 1) {
    if (words[at]?.has(key) === true && follows(trigger, index + 1, words, at + 1, at + 1 + trigger.gap))
      return true;
  }
  return false;
}
