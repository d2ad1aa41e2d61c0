import { evaluateLangid } from './langid.ts';
import { evaluatePairs } from './pairs.ts';
import { evaluateRetrieval } from './retrieval.ts';
import { evaluateStems } from './stems.ts';
import type { Measure } from './table.ts';

export interface MeasureTable {
  readonly title: string;
  readonly measures: readonly Measure[];
}

/** Parts of the evaluation by name; each reads the files it needs from the folder. */
export const evaluations: Readonly<Record<string, (folder: string) => MeasureTable>> = {
  stems: stemMeasures,
  langid: langidMeasures,
  pairs: pairMeasures,
  retrieval: retrievalMeasures,
};

const stemTargets: Readonly<Record<string, readonly [pairF1?: number, b3?: number]>> = {
  'kk ud-ktb': [0.85, 0.92],
  'kk apertium-wiki': [0.83, 0.91],
  'kk unimorph-noun': [0.95],
  'kk unimorph-verb-valid': [0.93],
};

function stemMeasures(folder: string): MeasureTable {
  const { title, rows } = evaluateStems(folder);
  const measures = rows.flatMap(({ set, pairF1, b3, forms }): Measure[] => [
    { name: `${set}, pair F1`, count: forms, value: pairF1, target: stemTargets[set]?.[0] },
    { name: `${set}, B3`, count: forms, value: b3, target: stemTargets[set]?.[1] },
  ]);
  return { title, measures };
}

function langidMeasures(folder: string): MeasureTable {
  const { title, rows } = evaluateLangid(folder);
  const targetOf = (set: string): number | undefined => {
    if (set === 'as written') return 0.987;
    if (set === '1 words') return 0.94;
    if (set === '3+ words') return 0.998;
    return set.startsWith('Kazakh in Russian letters') ? 0.97 : undefined;
  };
  const measures = rows.map(({ set, texts, told, best, unknown }) => ({
    name: set,
    count: texts,
    value: told,
    target: targetOf(set),
    more: `(of two languages ${best.toFixed(4)}, unknown ${unknown.toFixed(4)})`,
  }));
  return { title, measures };
}

function pairMeasures(folder: string): MeasureTable {
  const { title, rows } = evaluatePairs(folder);
  return {
    title,
    measures: rows.map(({ measure, words, exact, target }) => ({
      name: measure,
      count: words,
      value: exact,
      target,
    })),
  };
}

const retrievalTargets: Readonly<Record<string, number>> = {
  'kk passages, as written': 0.79,
  'kk chunks, as written': 0.68,
  'ru passages, as written': 0.96,
  'ru chunks, as written': 0.915,
};

/** Other spellings must reach this share of what the queries reach as written. */
const shareOfWritten = 0.98;

function retrievalMeasures(folder: string): MeasureTable {
  const { title, rows } = evaluateRetrieval(folder);
  const written = new Map(rows.map(({ set, ndcg }) => [set, ndcg]));
  const measures = rows.map(({ set, queries, ndcg, mrr, recall, ms }) => {
    const [level = ''] = set.split(',');
    const target = retrievalTargets[set] ?? shareOfWritten * (written.get(`${level}, as written`) ?? 0);
    const more = `(MRR ${mrr.toFixed(3)}, recall ${recall.toFixed(3)}, median ${ms.toFixed(1)} ms)`;
    return { name: `${set}, nDCG@10`, count: queries, value: ndcg, target, more };
  });
  return { title, measures };
}
