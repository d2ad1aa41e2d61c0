import type { Compare, Coverage } from './comparison.ts';
import type { RankingPolicy } from './policy.ts';

/** How near a question comes to the wordings of one candidate. */
export interface Nearness {
  /** The place of its nearest wording; none when no word is shared. */
  readonly wording: number | null;
  readonly coverage: Coverage;
  /** What its further near wordings say: the mean match of the second to fourth nearest. */
  readonly votes: number;
}

/** Where the wordings of a candidate stand among all. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A candidate of which only the answer's text, or nothing but single words, was found. */
export const notNear: Nearness = { wording: null, coverage: { query: 0, wording: 0 }, votes: 0 };

/** The nearest wording and the three that follow it. */
const counted = 4;

/** Holds a question against each wording of a candidate. */
export function nearnessOf(
  { from, to }: Range,
  compare: Compare,
  score: Pick<RankingPolicy['score'], 'query_coverage' | 'wording_coverage'>,
): Nearness {
  let wording: number | null = null;
  let nearest = notNear.coverage;
  /** The greatest matches so far, falling. */
  const best: number[] = Array.from({ length: counted }, () => 0);
  for (let at = from; at < to; at += 1) {
    const coverage = compare(at);
    const match = score.query_coverage * coverage.query + score.wording_coverage * coverage.wording;
    let rank = counted - 1;
    if (match <= (best[rank] ?? 0)) continue;
    for (; rank > 0 && match > (best[rank - 1] ?? 0); rank -= 1) best[rank] = best[rank - 1] ?? 0;
    best[rank] = match;
    if (rank > 0) continue;
    nearest = coverage;
    wording = at;
  }
  const votes = best.slice(1).reduce((sum, match) => sum + match, 0) / (counted - 1);
  return { wording, coverage: nearest, votes };
}
