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
}

/** Evidence of a ranking; all zero when nothing was found. */
export function evidenceOf(ranking: Ranking): Evidence {
  const [first, second] = ranking.hits;
  if (first === undefined)
    return { score: 0, lead: 0, coverage: 0, known: ranking.known, domain: ranking.domain };
  return {
    score: first.score,
    lead: first.score - (second?.score ?? 0),
    coverage: first.features.query_coverage,
    known: ranking.known,
    // What speaks against our content speaks for a greeting or another matter; what speaks for it does not speak
    // against a route, whose forbidden requests are made of our very words («купить прописку»).
    domain: first.candidate.kind === 'route' ? Math.abs(ranking.domain) : ranking.domain,
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
    policy.domain * evidence.domain;
  return 1 / (1 + Math.exp(-z));
}
