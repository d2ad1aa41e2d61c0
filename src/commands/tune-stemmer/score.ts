import { agreement } from '../eval-language/agreement.ts';
import type { Sample } from './candidates.ts';

export interface Scores {
  readonly bySource: ReadonlyMap<string, { pairF1: number; b3: number; forms: number }>;
  /** Mean of F1 and B-cubed over all sources: what is to be raised. */
  readonly mean: number;
}

/** The key the costs choose for a form. */
export function choose({ fixed, candidates }: Sample, costs: Float64Array): string {
  let best = Number.POSITIVE_INFINITY;
  let key = fixed ?? '';
  for (const candidate of candidates) {
    let cost = 0;
    for (const feature of candidate.features) cost += costs[feature] ?? 0;
    if (cost < best) {
      best = cost;
      key = candidate.key;
    }
  }
  return key;
}

/** Agreement by source of given keys, one for each sample. */
export function score(samples: readonly Sample[], keys: readonly string[]): Scores {
  const groups = new Map<string, { keys: string[]; lemmas: (readonly string[])[] }>();
  samples.forEach((sample, at) => {
    const group = groups.get(sample.source) ?? { keys: [], lemmas: [] };
    groups.set(sample.source, group);
    group.keys.push(keys[at] ?? '');
    group.lemmas.push(sample.lemmas);
  });
  const bySource = new Map(
    [...groups].map(([source, { keys: chosen, lemmas }]) => [
      source,
      { ...agreement(chosen, lemmas), forms: chosen.length },
    ]),
  );
  const values = [...bySource.values()].flatMap(({ pairF1, b3 }) => [pairF1, b3]);
  return { bySource, mean: values.reduce((sum, one) => sum + one, 0) / Math.max(values.length, 1) };
}
