import { stem } from '../../language/stem/index.ts';
import { agreement } from './agreement.ts';
import { readForms } from './forms.ts';

export interface StemRow {
  readonly set: string;
  readonly pairF1: number;
  readonly b3: number;
  readonly forms: number;
}

/**
 * Scores both stemmers on `kk_forms.tsv` and `ru_forms.tsv` of a folder. Two forms of a set are the
 * same when their lemma sets meet, and predicted the same when their keys are equal; `pairF1` counts
 * all unordered pairs, `b3` is B-cubed F averaged over forms (pairs alone are ruled by a few verbs).
 */
export function evaluateStems(folder: string): { title: string; rows: StemRow[] } {
  const rows: StemRow[] = [];
  for (const language of ['kk', 'ru'] as const) {
    for (const [source, forms] of readForms(folder, language)) {
      const keys = forms.map(({ form }) => stem(form, language));
      const score = agreement(
        keys,
        forms.map(({ lemmas }) => lemmas),
      );
      rows.push({ set: `${language} ${source}`, ...score, forms: forms.length });
    }
  }
  return { title: 'Stems: forms of one word meet, others stay apart', rows };
}
