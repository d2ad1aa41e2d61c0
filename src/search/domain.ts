import type { Word } from './words.ts';

/** Evidence that a question is for our content at all. */
export interface Domain {
  /**
   * Mean log-odds of the question's words, ours against everything else, about -3..3; 0 for words that tell nothing
   * or were never seen.
   */
  score(words: readonly Word[]): number;
}

/** Additive smoothing of word counts. */
const smoothing = 0.5;
/** One word alone must not decide: «шығын» among a hundred ordinary words is no proof. */
const mostPerWord = 3;

/**
 * Learns which words belong to our subjects from the wordings of our entries, and which to other matters from the
 * wordings of the out-of-scope routes. «Балаға берілетін жәрдемақы қанша» resembles an entry on aid word by word;
 * only that none of its words is ours tells it apart.
 */
export function createDomain(
  ours: readonly (readonly Word[])[],
  others: readonly (readonly Word[])[],
): Domain {
  const own = frequencies(ours);
  const other = frequencies(others);
  const vocabulary = new Set([...own.counts.keys(), ...other.counts.keys()]).size;
  const odds = (stem: string): number => {
    const inOwn = own.counts.get(stem) ?? 0;
    const inOther = other.counts.get(stem) ?? 0;
    if (inOwn + inOther === 0) return 0;
    const value =
      Math.log((inOwn + smoothing) / (own.total + smoothing * vocabulary)) -
      Math.log((inOther + smoothing) / (other.total + smoothing * vocabulary));
    return Math.max(-mostPerWord, Math.min(mostPerWord, value));
  };
  return {
    score(words) {
      let shares = 0;
      let sum = 0;
      for (const word of words) {
        const each = word.stems.map(odds);
        // Of a word's readings the one that speaks clearest counts.
        const clearest = each.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
        const share = word.emphasis ?? 1;
        sum += share * clearest;
        shares += share;
      }
      return shares === 0 ? 0 : sum / shares;
    },
  };
}

function frequencies(texts: readonly (readonly Word[])[]): { counts: Map<string, number>; total: number } {
  const counts = new Map<string, number>();
  let total = 0;
  for (const words of texts) {
    // Once a text: a wording that repeats a word says it no louder.
    for (const stem of new Set(words.flatMap((word) => word.stems))) {
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
      total += 1;
    }
  }
  return { counts, total };
}
