import { type Evidence, evidenceOf } from '../../answer/confidence.ts';
import { type Case, ordered, type Weights } from './weights.ts';

/** Logistic weights of the evidence. */
export type Calibration = Record<'intercept' | keyof Evidence, number>;

const names: readonly (keyof Evidence)[] = ['score', 'lead', 'apart', 'belief', 'domain', 'length'];

/**
 * Fits the probability that the best candidate of our own content is right, by gradient descent on the log loss with
 * a little weight decay. Questions that are not for our content count as wrong whatever is found.
 */
export function calibrate(cases: readonly Case[], weights: Weights): Calibration {
  const samples = cases.flatMap((one) => {
    const hits = ordered(one, weights).map(({ hit, score }) => ({
      right: hit.right,
      candidate: { kind: hit.route ? ('route' as const) : ('faq' as const) },
      features: hit.features,
      score,
    }));
    const ours = hits.filter(({ candidate }) => candidate.kind !== 'route');
    const [first] = ours;
    if (first === undefined) return [];
    const evidence = evidenceOf({ words: { length: one.words }, domain: one.domain, hits }, ours);
    return {
      weight: one.weight,
      right: !one.declined && first.right ? 1 : 0,
      x: [1, ...names.map((name) => evidence[name])],
    };
  });
  const theta = Array.from({ length: 1 + names.length }, () => 0);
  for (let epoch = 0; epoch < 6000; epoch += 1) {
    const gradient = theta.map(() => 0);
    let total = 0;
    for (const { x, right, weight } of samples) {
      const z = x.reduce((sum, value, index) => sum + value * (theta[index] ?? 0), 0);
      const error = 1 / (1 + Math.exp(-z)) - right;
      x.forEach((value, index) => {
        gradient[index] = (gradient[index] ?? 0) + weight * error * value;
      });
      total += weight;
    }
    theta.forEach((value, index) => {
      const decay = index === 0 ? 0 : 0.0005 * value;
      const moved = value - 1.5 * ((gradient[index] ?? 0) / total + decay);
      // Evidence overlaps; a negative weight would fit noise and read as "the more is covered, the less sure".
      theta[index] = index === 0 ? moved : Math.max(0, moved);
    });
  }
  const [intercept = 0, ...rest] = theta.map((value) => Math.round(value * 100) / 100);
  return { intercept, ...Object.fromEntries(names.map((name, at) => [name, rest[at] ?? 0])) } as Calibration;
}
