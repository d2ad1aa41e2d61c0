import type { Sample } from './candidates.ts';

/** How the fit is done; strengths chosen by cross-validation. */
export interface FitOptions {
  readonly rounds: number;
  /** Pull of every cost towards 0. */
  readonly ridge: number;
  readonly step: number;
}

/**
 * Fits the costs so that readings with the right key become likely: a log-linear model over the
 * readings of each form, gradient steps with per-cost step size. Each source weighs the same.
 */
export function fitCosts(
  samples: readonly Sample[],
  start: Float64Array,
  sourceWeight: ReadonlyMap<string, number>,
  options: FitOptions,
): Float64Array {
  const costs = Float64Array.from(start);
  const learnable = samples.filter(
    ({ candidates }) => candidates.some((one) => one.right) && candidates.some((one) => !one.right),
  );
  const counts = new Map<string, number>();
  for (const { source } of learnable) counts.set(source, (counts.get(source) ?? 0) + 1);
  const momentum = new Float64Array(costs.length);
  const spread = new Float64Array(costs.length);
  for (let round = 1; round <= options.rounds; round += 1) {
    const gradient = costs.map((cost) => options.ridge * cost);
    for (const { source, candidates } of learnable) {
      const weight = (sourceWeight.get(source) ?? 1) / (counts.get(source) ?? 1);
      const scores = candidates.map(
        ({ features }) => -features.reduce((sum, one) => sum + (costs[one] ?? 0), 0),
      );
      const top = Math.max(...scores);
      const odds = scores.map((score) => Math.exp(score - top));
      const all = odds.reduce((sum, one) => sum + one, 0);
      const right = odds.reduce((sum, one, at) => sum + (candidates[at]?.right ? one : 0), 0);
      candidates.forEach(({ features, right: isRight }, at) => {
        const share = (odds[at] ?? 0) / all - (isRight ? (odds[at] ?? 0) / Math.max(right, 1e-12) : 0);
        // A likely wrong reading must become dearer: the gradient of the loss by a cost is -share.
        for (const one of features) gradient[one] = (gradient[one] ?? 0) - weight * share;
      });
    }
    for (let at = 0; at < costs.length; at += 1) {
      const g = gradient[at] ?? 0;
      momentum[at] = 0.9 * (momentum[at] ?? 0) + 0.1 * g;
      spread[at] = 0.99 * (spread[at] ?? 0) + 0.01 * g * g;
      const scale = Math.sqrt((spread[at] ?? 0) / (1 - 0.99 ** round)) + 1e-8;
      costs[at] = (costs[at] ?? 0) - (options.step * (momentum[at] ?? 0)) / (1 - 0.9 ** round) / scale;
    }
  }
  return costs;
}
