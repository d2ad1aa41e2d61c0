import { join } from 'node:path';
import { retype, type Spelling, spellings } from '../../language/detect/retype.ts';
import { lowerCase } from '../../language/normalise/index.ts';
import { toArabic } from '../../language/scripts/index.ts';
import {
  type AnalysisPolicy,
  createAnalyser,
  createPassageIndex,
  type PassageIndex,
  readAnalysisPolicy,
} from '../../search/analysis/index.ts';
import { type Query, readPassages, readQueries, readRelevant } from './passages.ts';
import { meanMeasures, measureRanking, type RankingMeasures } from './ranking-measures.ts';

/** One row of the retrieval table. */
export interface RetrievalRow extends RankingMeasures {
  readonly set: string;
  readonly queries: number;
  /** Median time of a query in milliseconds. */
  readonly ms: number;
}

/** How the Kazakh queries are retyped; all but the first must do nearly as well as it. */
export type Retyping = 'as written' | Spelling | 'arabic';
export const retypings: readonly Retyping[] = ['as written', ...spellings, 'arabic'];

/** The query in another spelling. */
export function retypeQuery(text: string, retyping: Retyping): string {
  if (retyping === 'as written') return text;
  return retyping === 'arabic' ? toArabic(lowerCase(text)) : retype(text, retyping);
}

/** Retrieval over the passages and chunks of `kk_retrieval_*` and `ru_retrieval_*` in a folder; Kazakh in all spellings. */
export function evaluateRetrieval(
  folder: string,
  policy = readAnalysisPolicy(),
): { title: string; rows: RetrievalRow[] } {
  const rows: RetrievalRow[] = [];
  for (const language of ['kk', 'ru'] as const) {
    const queries = readQueries(join(folder, `${language}_retrieval_queries.jsonl`));
    for (const level of ['passage', 'chunk'] as const) {
      const relevant = readRelevant(folder, language, level);
      const index = indexFile(
        join(folder, `${language}_retrieval_passages.jsonl`),
        level === 'chunk',
        policy,
      );
      for (const retyping of language === 'kk' ? retypings : (['as written'] as const)) {
        const asked = queries.map((query) => ({ ...query, text: retypeQuery(query.text, retyping) }));
        rows.push({ set: `${language} ${level}s, ${retyping}`, ...measureQueries(index, asked, relevant) });
      }
    }
  }
  return { title: 'Retrieval (nDCG, MRR, recall at 10)', rows };
}

/** Indexes a file of passages with the product's analysis. */
export function indexFile(file: string, chunks: boolean, policy: AnalysisPolicy): PassageIndex {
  return createPassageIndex(readPassages(file, chunks), createAnalyser({ policy }), policy);
}

function measureQueries(
  index: PassageIndex,
  queries: readonly Query[],
  relevant: ReadonlyMap<string, ReadonlySet<string>>,
): Omit<RetrievalRow, 'set'> {
  const times: number[] = [];
  const measured: RankingMeasures[] = [];
  for (const { id, text } of queries) {
    const documents = relevant.get(id);
    if (documents === undefined) continue;
    const start = performance.now();
    const hits = index.search(text, 10);
    times.push(performance.now() - start);
    measured.push(
      measureRanking(
        hits.map((hit) => hit.id),
        documents,
      ),
    );
  }
  times.sort((a, b) => a - b);
  return {
    queries: measured.length,
    ...meanMeasures(measured),
    ms: times[Math.floor(times.length / 2)] ?? 0,
  };
}
