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

/**
 * Whether a question is understood only from the one before: it is short and leans on it. A short question that
 * stands alone («квота 2026») is searched alone: mixing the old topic in made it answer the old question again.
 */
export function followUp(
  text: string,
  words: readonly Word[],
  context: ConversationContext | undefined,
  onlyPlace: boolean,
  maxWords: number,
): FollowUp {
  if (context?.question === undefined || words.length > maxWords) return { text, isFollowUp: false };
  const trimmed = text.trim();
  if (!onlyPlace && !leaning.some((pattern) => pattern.test(trimmed))) return { text, isFollowUp: false };
  // Twice: what is asked now must outweigh what was asked before, or every follow-up gets the old answer again.
  return { text: onlyPlace ? context.question : `${context.question} ${text} ${text}`, isFollowUp: true };
}
