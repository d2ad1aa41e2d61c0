import type { Hit } from '../search/search.ts';
import type { DecisionPolicy } from './policy.ts';

/** Evidence that the best candidate is what was asked. */
export interface Evidence {
  readonly score: number;
  /** Lead of the best over the second candidate, in score. */
  readonly lead: number;
  /**
   * Lead over the best of the other sort, negative where that is nearer: of ours over what is not for our content,
   * of a route over ours. A second entry of ours beside it is a question of which; a route, whether at all.
   */
  readonly apart: number;
  /** How much more the words of the question belong to it than to any other candidate (naive Bayes), -1..1. */
  readonly belief: number;
  readonly domain: number;
  /** How many times, on the natural scale of logarithms, the question is longer than an ordinary one; 0 when it is not. */
  readonly length: number;
}

/** What evidence is read from. */
export interface Found {
  readonly words: { readonly length: number };
  readonly domain: number;
  /** All candidates, best first. */
  readonly hits: readonly {
    readonly candidate: Pick<Hit['candidate'], 'kind'>;
    readonly score: number;
    readonly features: Pick<Hit['features'], 'bayes'>;
  }[];
}

/** Words of a question of ordinary length. */
const ordinary = 10;

/**
 * Evidence for the first of `among`; all zero when there is none.
 * @param among the hits it is to be told from, best first: all of the ranking, or those of our own content
 */
export function evidenceOf<One extends Found>(found: One, among: One['hits'] = found.hits): Evidence {
  const [first, second] = among;
  // No entry covers a long story, so the same score means more there.
  const length = Math.log(Math.max(1, found.words.length / ordinary));
  if (first === undefined) return { score: 0, lead: 0, apart: 0, belief: 0, domain: found.domain, length };
  const isRoute = first.candidate.kind === 'route';
  const other = found.hits.find(({ candidate }) => (candidate.kind === 'route') !== isRoute);
  const believed = among.reduce(
    (most, hit) => (hit === first ? most : Math.max(most, hit.features.bayes)),
    0,
  );
  return {
    score: first.score,
    lead: first.score - (second?.score ?? 0),
    apart: first.score - (other?.score ?? 0),
    belief: first.features.bayes - believed,
    // What speaks against our content speaks for a greeting or another matter; what speaks for it does not speak
    // against a route, whose forbidden requests are made of our very words («купить прописку»).
    domain: isRoute ? Math.abs(found.domain) : found.domain,
    length,
  };
}

/** Calibrated probability 0..1 that the best candidate is right. */
export function confidenceOf(evidence: Evidence, policy: DecisionPolicy['confidence']): number {
  const z =
    policy.intercept +
    policy.score * evidence.score +
    policy.lead * evidence.lead +
    policy.apart * evidence.apart +
    policy.belief * evidence.belief +
    policy.domain * evidence.domain +
    policy.length * evidence.length;
  return 1 / (1 + Math.exp(-z));
}
