import type { Language } from '../language/locale.ts';
import type { Term } from './schema/glossary.ts';

/** Words and phrases that mean one thing, in both languages. Search treats them as one. */
export interface SynonymGroup {
  /** Id of the glossary term. */
  readonly id: string;
  readonly words: Readonly<Record<Language, readonly string[]>>;
}

/**
 * Groups of synonyms from the glossary: the term, its abbreviations and the words people use for it. Within a
 * language each stands once.
 */
export function synonymGroups(terms: Iterable<Term>): SynonymGroup[] {
  return [...terms].map(({ id, term, abbreviations, synonyms }) => ({
    id,
    words: {
      kk: [...new Set([term.kk, ...abbreviations.kk, ...synonyms.kk])],
      ru: [...new Set([term.ru, ...abbreviations.ru, ...synonyms.ru])],
    },
  }));
}
