import type { Route } from '../../knowledge/schema/route.ts';
import type { Word } from '../../search/words.ts';
import { compileTriggers, type KeyOf } from '../route/trigger.ts';
import type { NamedRegion } from './scope.ts';

/** Tells what is not a question for our content by phrases and by words. */
export interface Routing {
  /** A route one of whose phrases stands in the message. */
  triggered(words: readonly Word[]): Route | null;
  /** The route most of whose subject words stand in the message. */
  worded(words: readonly Word[]): Route | null;
  /** Candidates that are answered by region. */
  readonly regional: readonly string[];
  /** The region of a code, as a list for convenience: empty when the code is unknown. */
  regionName(code: string): NamedRegion[];
}

/** Routing over `content/routes/`. */
export function createRouting(
  routes: readonly Route[],
  keyOf: KeyOf,
  regional: readonly string[],
  regionName: (code: string) => NamedRegion[],
): Routing {
  const triggers = compileTriggers(routes, keyOf);
  const subjects = routes.map((route) => ({
    route,
    keys: new Set(
      (['kk', 'ru'] as const).flatMap((language) =>
        route.words[language].map((word) => keyOf(word, language)),
      ),
    ),
  }));
  return {
    triggered: (words) =>
      triggers.match(
        words.map((word) => ({
          keys: new Set([...word.stems, word.loose]),
          initial: word.surface.slice(0, 1),
        })),
      ),
    worded(words) {
      let best: Route | null = null;
      let most = 0;
      for (const { route, keys } of subjects) {
        const found = words.filter((word) => word.stems.some((stem) => keys.has(stem))).length;
        if (found > most) {
          best = route;
          most = found;
        }
      }
      return best;
    },
    regional,
    regionName,
  };
}
