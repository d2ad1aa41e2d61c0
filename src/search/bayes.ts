import type { Inverted } from './inverted.ts';

/** Tells which candidate's pooled wordings a set of words resembles most. */
export interface Bayes {
  /**
   * `features`: stems of a question, each with the share of it that counts.
   * Share of belief per candidate, the best scaled to 1, others to their distance from it; words never
   * seen are left out. Empty when no word is known.
   */
  score(features: readonly (readonly [string, number])[]): ReadonlyMap<number, number>;
}

/** Additive smoothing: wordings are few, so unseen words must not rule a candidate out. */
const smoothing = 0.08;
/** Log-likelihood distance (per query) at which belief has fallen to 1/e. */
const spread = 2.5;
/** Belief too small to matter. */
const negligible = 0.001;

/**
 * Multinomial naive Bayes with complement-style normalisation over the candidates' wordings. Priors are
 * uniform: how many wordings an editor wrote says nothing of how often people ask.
 *
 * @param stems of the wordings by candidate, each counted once a wording
 */
export function createBayes(stems: Inverted): Bayes {
  const totals = new Float64Array(stems.count);
  stems.holders.forEach((candidate, at) => {
    totals[candidate] = (totals[candidate] ?? 0) + (stems.times[at] ?? 0);
  });
  const base = totals.map((total) => Math.log(smoothing / (total + smoothing * stems.size)));
  return {
    score(features) {
      const runs = [...new Map(features)]
        .map(([feature, share]) => ({ ...stems.run(feature), share }))
        .filter(({ from, to }) => to > from);
      if (runs.length === 0) return new Map();
      const said = runs.reduce((sum, { share }) => sum + share, 0);
      const logs = base.map((log) => log * said);
      for (const { from, to, share } of runs) {
        for (let at = from; at < to; at += 1) {
          const candidate = stems.holders[at] ?? 0;
          logs[candidate] =
            (logs[candidate] ?? 0) + share * Math.log(((stems.times[at] ?? 0) + smoothing) / smoothing);
        }
      }
      let best = Number.NEGATIVE_INFINITY;
      for (const log of logs) if (log > best) best = log;
      const result = new Map<number, number>();
      logs.forEach((log, candidate) => {
        const share = Math.exp((log - best) / spread);
        if (share > negligible) result.set(candidate, share);
      });
      return result;
    },
  };
}
