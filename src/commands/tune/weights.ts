import type { Features } from '../../search/search.ts';

export type Weights = Readonly<Record<keyof Features, number>>;

/** One scored question: its candidates with their features, and which are right. */
export interface Case {
  readonly weight: number;
  /** Words of the question. */
  readonly words: number;
  readonly domain: number;
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

/** Lead, as a share of all weights together, at which a question counts as surely won. */
const clearLead = 0.03;
/** Price of moving a weight away from its start: doubling or halving one costs this much accuracy. */
const price = 0.002;

/**
 * Smoothed accuracy: how far the best right candidate leads the best wrong one, squashed to 0..1, less a price for
 * every weight moved. Accuracy itself jumps, and a search over it chases single questions.
 */
export function worth(cases: readonly Case[], weights: Weights, start: Weights): number {
  const scale = clearLead * Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  let total = 0;
  for (const one of cases) {
    let right = 0;
    let wrong = 0;
    for (const hit of one.hits) {
      const score = scoreOf(hit.features, weights);
      if (hit.right) right = Math.max(right, score);
      else wrong = Math.max(wrong, score);
    }
    sum += one.weight / (1 + Math.exp(-(right - wrong) / scale));
    total += one.weight;
  }
  const moved = (Object.keys(weights) as (keyof Features)[]).reduce(
    (cost, name) => cost + Math.log2(weights[name] / start[name]) ** 2,
    0,
  );
  return sum / total - price * moved;
}

/** Coordinate search from the given weights: each weight in turn up and down by shrinking steps. */
export function search(cases: readonly Case[], start: Weights): Weights {
  let best: Record<keyof Features, number> = { ...start };
  let bestValue = worth(cases, best, start);
  const fixed: ReadonlySet<string> = new Set(['context']);
  for (const step of [1.6, 1.3, 1.12, 1.05]) {
    for (let round = 0; round < 8; round += 1) {
      let moved = false;
      for (const name of Object.keys(best) as (keyof Features)[]) {
        if (fixed.has(name)) continue;
        for (const factor of [step, 1 / step]) {
          const tried = { ...best, [name]: best[name] * factor };
          const value = worth(cases, tried, start);
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
