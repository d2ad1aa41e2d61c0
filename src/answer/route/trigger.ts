import type { Route } from '../../knowledge/schema/route.ts';
import { looseKey } from '../../language/keys/index.ts';
import type { Language } from '../../language/locale.ts';

/** One word of a message as triggers see it. */
export interface TriggerWord {
  /** Its script-neutral stems, by either language's stemmer. */
  readonly keys: ReadonlySet<string>;
  /** First letter as typed; a phrase of one word must begin alike, since skeletons are few for short words: «вроде» is «урод» without it. */
  readonly initial: string;
}

/** Makes the key of a trigger's word; the same stemmer and skeleton as `WordKeys`. */
export type KeyOf = (word: string, language: Language) => string;

interface Trigger {
  readonly route: Route;
  readonly keys: readonly string[];
  /** How many other words may stand between two words of the phrase. */
  readonly gap: number;
  readonly initial: string;
}

/** Other words allowed between two words of a phrase: «соедините меня с вашим специалистом». */
const looseGap = 3;

/** Stems this short are shared by unrelated words («өлгім» and «оның» are both «ol»): the whole word must stand. */
const shortStem = 2;

function phraseKey(word: string, language: Language, keyOf: KeyOf): string {
  const key = keyOf(word, language);
  const whole = looseKey(word);
  return key.length <= shortStem && whole.length > key.length ? whole : key;
}

/** Finds the phrases of `content/routes/` that decide by themselves. */
export interface Triggers {
  /** The first route in content order one of whose phrases stands in the message, or `null`. */
  match(words: readonly TriggerWord[]): Route | null;
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
          .map((word) => phraseKey(word, language, keyOf)),
        gap: phrase.startsWith('=') ? 0 : looseGap,
        initial: phrase.replace(/^=/u, '').slice(0, 1),
      })),
    ),
  );
  return {
    match: (words) => triggers.find((trigger) => standsIn(trigger, words))?.route ?? null,
  };
}

function standsIn(trigger: Trigger, words: readonly TriggerWord[]): boolean {
  return words.some((word, start) => {
    if (trigger.keys.length === 1 && isCyrillic(word.initial) && word.initial !== trigger.initial)
      return false;
    return follows(trigger, 0, words, start, start);
  });
}

function isCyrillic(letter: string): boolean {
  return /\p{Script=Cyrillic}/u.test(letter);
}

function follows(
  trigger: Trigger,
  index: number,
  words: readonly TriggerWord[],
  from: number,
  to: number,
): boolean {
  const key = trigger.keys[index];
  if (key === undefined) return true;
  for (let at = from; at <= Math.min(to, words.length - 1); at += 1) {
    const here = words[at]?.keys.has(key) === true;
    if (here && follows(trigger, index + 1, words, at + 1, at + 1 + trigger.gap)) return true;
  }
  return false;
}
