import { gramKeys } from './analysis/keys.ts';
import type { AnalysisPolicy } from './analysis/policy.ts';
import { type Inverted, invert } from './inverted.ts';
import { keysOnce } from './keys-once.ts';
import type { BayesPolicy } from './policy.ts';
import type { Word } from './words.ts';

/** Tells which candidate's pooled wordings a question's words resemble most. */
export interface Bayes {
  /**
   * Share of belief per candidate, the best scaled to 1, others to their distance from it; what no wording has is
   * left out. Empty when nothing is known.
   */
  score(query: readonly Word[]): ReadonlyMap<number, number>;
}

/** By what a word is recognised: each kind of key has counts of its own. */
interface Kind {
  readonly keys: Inverted;
  /** Log-likelihood, by candidate, of a key that none of its wordings has. */
  readonly unseen: Float64Array;
  /** The keys of a question's word, each with the share of it that counts. */
  of(word: Word): readonly (readonly [key: string, share: number])[];
}

/** Additive smoothing: wordings are few, so unseen words must not rule a candidate out. */
const smoothing = 0.06;
/** Log-likelihood distance (per query) at which belief has fallen to 1/e. */
const spread = 4;
/** Belief too small to matter. */
const negligible = 0.001;

/**
 * Multinomial naive Bayes with complement-style normalisation over the candidates' wordings, by stems and by runs of
 * letters: by stems alone it knew nothing of a misspelt word or one of another derivation, and what was left to it were
 * the small words. Priors are uniform: how many wordings an editor wrote says nothing of how often
 * people ask.
 *
 * @param texts the words of each candidate's wordings
 * @param stems of the wordings by candidate, each counted once a wording
 */
export function createBayes(
  texts: readonly (readonly (readonly Word[])[])[],
  stems: Inverted,
  policy: BayesPolicy,
  letters: AnalysisPolicy,
): Bayes {
  const grams = (word: Word): string[] => gramKeys(word.loose, letters);
  const kinds: readonly Kind[] = [
    // Of the readings in both languages one is meant.
    kind(
      stems,
      (word) => word.stems,
      ({ length }) => policy.stem / length,
    ),
    kind(invertWords(texts, grams), grams, () => policy.gram),
  ];
  const rarest = Math.log(1 + texts.length);
  return {
    score(query) {
      const logs = new Float64Array(texts.length);
      let known = false;
      for (const each of kinds) {
        let said = 0;
        for (const [key, share] of heaviest(query, each)) {
          const { from, to } = each.keys.run(key);
          if (to === from) continue;
          known = true;
          const rarity = Math.log(1 + texts.length / (to - from)) / rarest;
          const weight = share * (1 - policy.rarity + policy.rarity * rarity);
          said += weight;
          for (let at = from; at < to; at += 1) {
            const candidate = each.keys.holders[at] ?? 0;
            logs[candidate] = (logs[candidate] ?? 0) + weight * seen(each.keys.times[at] ?? 0);
          }
        }
        for (let at = 0; at < logs.length; at += 1)
          logs[at] = (logs[at] ?? 0) + said * (each.unseen[at] ?? 0);
      }
      return known ? believed(logs) : new Map();
    },
  };
}

function kind(
  keys: Inverted,
  keysOf: (word: Word) => readonly string[],
  share: (keys: readonly string[]) => number,
): Kind {
  const totals = new Float64Array(keys.count);
  keys.holders.forEach((candidate, at) => {
    totals[candidate] = (totals[candidate] ?? 0) + (keys.times[at] ?? 0);
  });
  return {
    keys,
    unseen: totals.map((total) => Math.log(smoothing / (total + smoothing * keys.size))),
    of(word) {
      const own = keysOf(word);
      return own.map((key) => [key, share(own) * (word.emphasis ?? 1)]);
    },
  };
}

/** Keys of the words of each candidate, each as often as its words have it. */
function invertWords(
  texts: readonly (readonly (readonly Word[])[])[],
  keysOf: (word: Word) => readonly string[],
): Inverted {
  const keys = keysOnce(keysOf);
  return invert(texts.map((own) => own.flatMap((words) => words.map(keys))));
}

/** The keys of a question, each once with its greatest share. */
function heaviest(query: readonly Word[], { of }: Kind): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const word of query) {
    for (const [key, share] of of(word)) shares.set(key, Math.max(shares.get(key) ?? 0, share));
  }
  return shares;
}

/** What a key counts for a candidate that has it so many times, over one that has it never. */
function seen(times: number): number {
  return logs[times] ?? Math.log((times + smoothing) / smoothing);
}
const logs = Float64Array.from({ length: 1024 }, (_, times) => Math.log((times + smoothing) / smoothing));

function believed(logs: Float64Array): Map<number, number> {
  let best = Number.NEGATIVE_INFINITY;
  for (const log of logs) if (log > best) best = log;
  const result = new Map<number, number>();
  logs.forEach((log, candidate) => {
    const share = Math.exp((log - best) / spread);
    if (share > negligible) result.set(candidate, share);
  });
  return result;
}
