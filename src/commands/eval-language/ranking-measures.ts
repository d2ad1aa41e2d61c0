/** Quality of one ranking: documents best first against those that are relevant (all equally). */
export interface RankingMeasures {
  readonly ndcg: number;
  readonly mrr: number;
  readonly recall: number;
}

/** nDCG, MRR and recall at a depth. */
export function measureRanking(
  ranked: readonly string[],
  relevant: ReadonlySet<string>,
  depth = 10,
): RankingMeasures {
  let gain = 0;
  let first = 0;
  let found = 0;
  for (const [rank, document] of ranked.slice(0, depth).entries()) {
    if (!relevant.has(document)) continue;
    gain += 1 / Math.log2(rank + 2);
    first ||= 1 / (rank + 1);
    found += 1;
  }
  let ideal = 0;
  for (let rank = 0; rank < Math.min(depth, relevant.size); rank += 1) ideal += 1 / Math.log2(rank + 2);
  return {
    ndcg: ideal === 0 ? 0 : gain / ideal,
    mrr: first,
    recall: relevant.size === 0 ? 0 : found / relevant.size,
  };
}

/** Mean of each measure. */
export function meanMeasures(all: readonly RankingMeasures[]): RankingMeasures {
  const mean = (pick: (one: RankingMeasures) => number): number =>
    all.reduce((sum, one) => sum + pick(one), 0) / Math.max(all.length, 1);
  return { ndcg: mean((m) => m.ndcg), mrr: mean((m) => m.mrr), recall: mean((m) => m.recall) };
}
