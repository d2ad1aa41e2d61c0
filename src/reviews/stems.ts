import type { Knowledge } from '../knowledge/knowledge.ts';
import { createQueryAnalysis } from '../search/analyse-words.ts';
import { isStopWord, Vocabulary } from '../search/analysis/index.ts';
import type { Stems } from './cluster.ts';

/** Stems of questions as the search sees them: read in every script, by the words the content has. */
export function questionStems(knowledge: Pick<Knowledge, 'entries'>): Stems {
  const vocabulary = new Vocabulary();
  for (const { questions, title } of knowledge.entries.values())
    for (const text of [...questions.kk, ...questions.ru, title.kk, title.ru]) vocabulary.add(text);
  const analyse = createQueryAnalysis(vocabulary);
  return (text) =>
    analyse(text)
      .filter(({ loose }) => !isStopWord(loose))
      // A word of unknown language has a stem in each: the first of them in order stands for it, always the same.
      .flatMap(({ stems }) => [...stems].sort().slice(0, 1));
}
