import type { Features } from '../../search/search.ts';

export type Weights = Readonly<Record<keyof Features, number>>;

/** One scored question: its candidates with their features, and which are right. */
export interface Case {
  readonly weight: number;
  readonly known: number;
  /** Not a question for our content. */
  readonly declined: boolean;
  readonly hits: readonly { readonly right: boolean; readonly route: boolean; readonly features: Features }[];
}

/** Score of a candidate under weights. */
export function scoreOf(features: Features, weights: Weights): number {
  return (Object.keys(weights) as (keyof Features)[]).reduce(
    (sum, name) => sum + weights[name] * features[name],
    0,
  );
}

/** Hits of a case in the order the weights give. */
export function ordered(one: Case, weights: Weights): { hit: Case['hits'][number]; score: number }[] {
  return one.hits
    .map((hit) => ({ hit, score: scoreOf(hit.features, weights) }))
    .sort((a, b) => b.score - a.score);
}

/** Weighted shares of cases whose best (three best) candidates hold a right one. */
export function accuracy(cases: readonly Case[], weights: Weights): { right1: number; right3: number } {
  let total = 0;
  let right1 = 0;
  let right3 = 0;
  for (const one of cases) {
    const hits = ordered(one, weights);
    total += one.weight;
    if (hits[0]?.hit.right === true) right1 += one.weight;
    if (hits.slice(0, 3).some(({ hit }) => hit.right)) right3 += one.weight;
  }
  return { right1: right1 / total, right3: right3 / total };
}

/**
 * Mean log-likelihood of the right candidates under a softmax of the scores, regularised towards the start: smooth,
 * so that a search over it does not chase single questions as one over accuracy does.
 */
export function likelihood(cases: readonly Case[], weights: Weights, sharpness = 12): number {
  let sum = 0;
  let total = 0;
  for (const one of cases) {
    const scores = one.hits.map((hit) => sharpness * scoreOf(hit.features, weights));
    const top = Math.max(...scores, 0);
    let all = Math.exp(-top);
    let right = 1e-6;
    one.hits.forEach((hit, index) => {
      const share = Math.exp((scores[index] ?? 0) - top);
      all += share;
      if (hit.right) right += share;
    });
    sum += one.weight * Math.log(right / all);
    total += one.weight;
  }
  return sum / total;
}

/** Coordinate search from the given weights: each weight in turn up and down by shrinking steps. */
export function search(cases: readonly Case[], start: Weights): Weights {
  let best: Record<keyof Features, number> = { ...start };
  let bestValue = likelihood(cases, best);
  const fixed: ReadonlySet<string> = new Set(['context']);
  for (const step of [1.6, 1.3, 1.12, 1.05]) {
    for (let round = 0; round < 8; round += 1) {
      let moved = false;
      for (const name of Object.keys(best) as (keyof Features)[]) {
        if (fixed.has(name)) continue;
        for (const factor of [step, 1 / step]) {
          const tried = { ...best, [name]: Math.max(best[name], 0.005) * factor };
          const value = likelihood(cases, tried);
          if (value > bestValue + 1e-5) {
            best = tried;
            bestValue = value;
            moved = true;
          }
        }
      }
      if (!moved) break;
    }
  }
  return best;
}
