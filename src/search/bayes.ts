/** Words of one candidate's wordings, pooled. */
export interface BayesClass {
  readonly id: string;
  readonly texts: readonly (readonly string[])[];
}

/** Tells which candidate's pooled wordings a set of words resembles most. */
export interface Bayes {
  /**
   * Share of belief per candidate, the best scaled to 1, others to their distance from it; words never
   * seen are left out. Empty when no word is known.
   */
  score(features: readonly string[]): ReadonlyMap<string, number>;
}

/** Additive smoothing: wordings are few, so unseen words must not rule a candidate out. */
const smoothing = 0.08;
/** Log-likelihood distance (per query) at which belief has fallen to 1/e. */
const spread = 2.5;

/**
 * Multinomial naive Bayes with complement-style normalisation over the candidates' wordings. Priors are
 * uniform: how many wordings an editor wrote says nothing of how often people ask.
 */
export function createBayes(classes: readonly BayesClass[]): Bayes {
  const counts = new Map<string, Map<number, number>>();
  const totals = classes.map(() => 0);
  classes.forEach(({ texts }, index) => {
    for (const text of texts) {
      for (const feature of new Set(text)) {
        const row = counts.get(feature) ?? new Map<number, number>();
        row.set(index, (row.get(index) ?? 0) + 1);
        counts.set(feature, row);
        totals[index] = (totals[index] ?? 0) + 1;
      }
    }
  });
  const vocabulary = counts.size;
  const base = totals.map((total) => Math.log(smoothing / (total + smoothing * vocabulary)));
  return {
    score(features) {
      const known = [...new Set(features)].filter((feature) => counts.has(feature));
      if (known.length === 0) return new Map();
      const logs = base.map((log) => log * known.length);
      for (const feature of known) {
        for (const [index, count] of counts.get(feature) ?? []) {
          logs[index] = (logs[index] ?? 0) + Math.log((count + smoothing) / smoothing);
        }
      }
      const best = Math.max(...logs);
      const result = new Map<string, number>();
      logs.forEach((log, index) => {
        const share = Math.exp((log - best) / spread);
        const id = classes[index]?.id;
        if (share > 0.001 && id !== undefined) result.set(id, share);
      });
      return result;
    },
  };
}
