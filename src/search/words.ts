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
