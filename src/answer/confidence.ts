import type { Ranking } from '../search/search.ts';
import type { DecisionPolicy } from './policy.ts';

/** Evidence that the best candidate is what was asked. */
export interface Evidence {
  readonly score: number;
  /** Lead of the best over the second candidate, in score. */
  readonly lead: number;
  readonly coverage: number;
  readonly known: number;
  readonly domain: number;
  /** How many times, on the natural scale of logarithms, the question is longer than an ordinary one; 0 when it is not. */
  readonly length: number;
}

/** Words of a question of ordinary length. */
const ordinary = 10;

/** Evidence of a ranking; all zero when nothing was found. */
export function evidenceOf(ranking: Ranking): Evidence {
  const [first, second] = ranking.hits;
  // No entry covers a long story, so the same score means more there.
  const length = Math.log(Math.max(1, ranking.words.length / ordinary));
  if (first === undefined)
    return { score: 0, lead: 0, coverage: 0, known: ranking.known, domain: ranking.domain, length };
  return {
    score: first.score,
    lead: first.score - (second?.score ?? 0),
    coverage: first.features.query_coverage,
    known: ranking.known,
    // What speaks against our content speaks for a greeting or another matter; what speaks for it does not speak
    // against a route, whose forbidden requests are made of our very words («купить прописку»).
    domain: first.candidate.kind === 'route' ? Math.abs(ranking.domain) : ranking.domain,
    length,
  };
}

/** Calibrated probability 0..1 that the best candidate is right. */
export function confidenceOf(evidence: Evidence, policy: DecisionPolicy['confidence']): number {
  const z =
    policy.intercept +
    policy.score * evidence.score +
    policy.lead * evidence.lead +
    policy.coverage * evidence.coverage +
    policy.known * evidence.known +
    policy.domain * evidence.domain +
    policy.length * evidence.length;
  return 1 / (1 + Math.exp(-z));
}
