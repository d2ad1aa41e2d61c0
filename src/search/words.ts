/** One word of a query or of a wording, with the keys it is compared by. All keys are script-neutral. */
export interface Word {
  readonly surface: string;
  /** Skeletons of its stems: one for text of a known language, more for a query that could be either. */
  readonly stems: readonly string[];
  /** Skeleton of the whole word. */
  readonly loose: string;
  /** No wording has it or its stem: it may be misspelt, so it is also compared letter by letter. */
  readonly unknown?: boolean;
  /** Share of its weight that counts (a question's words only); 1 unless it is part of a long story. */
  readonly emphasis?: number;
  /** Stems of what it also means (a question's words only). */
  readonly synonyms?: readonly string[];
}

/** What a likeness that is not sameness counts, 0..1. */
export interface LikenessWeights {
  readonly first_five: number;
  readonly typo: number;
  readonly synonym: number;
}

/**
 * How alike two words are, 0..1: 1 for a shared stem or skeleton; `firstFive` when the skeletons start alike
 * (derivations: қоныс, қоныстану); `typo` when they are a letter or two apart.
 */
export function wordSimilarity(a: Word, b: Word, weights: LikenessWeights): number {
  if (a.loose === b.loose) return 1;
  for (const stem of a.stems) if (b.stems.includes(stem)) return 1;
  if (a.synonyms !== undefined && b.stems.some((stem) => a.synonyms?.includes(stem) === true))
    return weights.synonym;
  const shorter = Math.min(a.loose.length, b.loose.length);
  if (shorter >= 5 && a.loose.slice(0, 5) === b.loose.slice(0, 5)) return weights.first_five;
  if (a.unknown !== true) return 0;
  if (shorter >= 5 && withinEdits(a.loose, b.loose, shorter >= 8 ? 2 : 1)) return weights.typo;
  for (const left of a.stems) {
    for (const right of b.stems) {
      if (Math.min(left.length, right.length) >= 5 && withinEdits(left, right, 1)) return weights.typo;
    }
  }
  return 0;
}

/** Whether two words are at most `limit` edits apart (insert, delete, replace, swap of neighbours). */
export function withinEdits(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforePrevious[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return false;
    beforePrevious = previous;
    previous = row;
  }
  return (previous[b.length] ?? limit + 1) <= limit;
}
