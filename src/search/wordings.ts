import type { Language } from '../language/locale.ts';
import type { AnalyseText } from './analyse-words.ts';
import type { Candidate } from './candidate.ts';
import type { Word } from './words.ts';

/** One wording of a candidate, ready to be compared. */
export interface Wording {
  readonly candidate: number;
  readonly text: string;
  readonly words: readonly Word[];
}

/** Every wording of every candidate, candidate by candidate; titles count as wordings. */
export function analyseWordings(candidates: readonly Candidate[], analyse: AnalyseText): Wording[] {
  return candidates.flatMap((candidate, index) =>
    (['kk', 'ru'] as const satisfies Language[]).flatMap((language) =>
      [candidate.title[language], ...candidate.wordings[language]].map((text) => ({
        candidate: index,
        text,
        words: analyse(text, language),
      })),
    ),
  );
}
