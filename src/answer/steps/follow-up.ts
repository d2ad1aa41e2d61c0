import type { Word } from '../../search/words.ts';
import type { ConversationContext } from '../outcome.ts';

/** How a question leans on what was asked before. */
export interface FollowUp {
  /** Text to search with: the earlier question mixed in, or the question alone. */
  readonly text: string;
  readonly isFollowUp: boolean;
}

/** Openings and endings that lean on what went before: «ал …», «… ше?», «а если …», «тогда …». */
const leaning = [
  /^(?:ал|сонда|онда|бірақ|ол|олар|бұл|соны?мен|al|sonda|onda|ال|سوندا|وندا)(?=\s|$)/iu,
  /(?:ше|she|şe|شە)\s*[?؟!.]*$/iu,
  /^(?:а|и|но|тогда|ну а|это|этот|эта|он|она|они|туда|там|его|её|ее|их|ещё|еще|также|тоже)(?=\s|$)/iu,
];

/** What a question is made of. */
export interface MadeOf {
  /** A place and small words. */
  readonly onlyPlace: boolean;
  /** For a question of nothing but a side of some matter («сколько стоит?»): the matter asked about before. Otherwise `null`. */
  readonly sideOf: string | null;
}

/**
 * Whether a question is understood only from the one before: it is short and leans on it, or names a
 * side of a matter and no matter. A short question that
 * stands alone («квота 2026») is searched alone: mixing the old topic in made it answer the old question again.
 */
export function followUp(
  text: string,
  words: readonly Word[],
  context: ConversationContext | undefined,
  { onlyPlace, sideOf }: MadeOf,
  maxWords: number,
): FollowUp {
  if (context?.question === undefined || words.length > maxWords) return { text, isFollowUp: false };
  const trimmed = text.trim();
  if (!onlyPlace && sideOf === null && !leaning.some((pattern) => pattern.test(trimmed)))
    return { text, isFollowUp: false };
  // Twice: what is asked now must outweigh what was asked before, or every follow-up gets the old answer again.
  // Of the earlier question only its matter where that is told apart: its own side («документы») would be found again.
  const before = sideOf === null || sideOf === '' ? context.question : sideOf;
  const now = sideOf === null ? text : withoutLeaning(trimmed);
  return { text: onlyPlace ? context.question : `${before} ${now} ${now}`, isFollowUp: true };
}

/** «а срок?» → «срок?»: beside so few words, the small ones would be searched for too. */
function withoutLeaning(text: string): string {
  const bare = leaning.reduce((rest, pattern) => rest.replace(pattern, ''), text).trim();
  return bare === '' ? text : bare;
}
