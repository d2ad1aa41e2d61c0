import type { SynonymGroup } from '../knowledge/synonyms.ts';
import type { AnalyseText } from './analyse-words.ts';
import type { Word } from './words.ts';

/** Words too short to carry a meaning of their own inside a phrase («на», «мен»). */
const shortest = 3;

/** Adds to a question's words what they also mean. */
export type AddSynonyms = (query: readonly Word[]) => readonly Word[];

interface Form {
  /** Stems of the phrase's words in order. */
  readonly stems: readonly string[];
  /** Stems of the other forms of its group. */
  readonly others: readonly string[];
}

/**
 * Abbreviations and everyday words as synonyms: a question with «РПП» also meets «вид на жительство» and «ықтиярхат»,
 * in both directions and across languages. The question is widened, not the index: what an editor wrote stays as it
 * is, and a synonym counts a little less than the word itself.
 */
export function createSynonyms(groups: readonly SynonymGroup[], analyse: AnalyseText): AddSynonyms {
  const byFirst = new Map<string, Form[]>();
  for (const { words } of groups) {
    const forms = (['kk', 'ru'] as const).flatMap((language) =>
      words[language].map((text) => analyse(text, language).map((word) => word.stems[0] ?? word.loose)),
    );
    for (const stems of forms) {
      const [first] = stems;
      if (first === undefined) continue;
      const others = forms.filter((form) => form !== stems).flat();
      const kept = [...new Set(others)].filter((stem) => stem.length >= shortest && !stems.includes(stem));
      byFirst.set(first, [...(byFirst.get(first) ?? []), { stems, others: kept }]);
    }
  }
  return (query) => {
    const also = query.map(() => new Set<string>());
    query.forEach((word, at) => {
      for (const form of word.stems.flatMap((stem) => byFirst.get(stem) ?? [])) {
        const stands = form.stems.every((stem, index) => query[at + index]?.stems.includes(stem) === true);
        if (!stands) continue;
        for (let index = 0; index < form.stems.length; index += 1)
          for (const other of form.others) also[at + index]?.add(other);
      }
    });
    return query.map((word, at) => {
      const synonyms = [...(also[at] ?? [])];
      return synonyms.length === 0 ? word : { ...word, synonyms };
    });
  };
}
