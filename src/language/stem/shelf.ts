/** What a listed stem can be; each kind has its own bonus in the cost file. */
export const kinds = ['noun', 'adjective', 'name', 'other', 'verb'] as const;
export type Kind = (typeof kinds)[number];

/** How sure the list is of an entry: written down, or derived from a listed noun by rule. */
export const origins = ['listed', 'having', 'lacking', 'quality', 'doer', 'toDo', 'toBecome'] as const;
export type Origin = (typeof origins)[number];

/** What must follow for this shape of the stem to be right. */
export const followedBy = { anything: 0, vowel: 1, narrowVowel: 2, contraction: 3 } as const;

export interface Entry {
  readonly key: string;
  readonly kind: Kind;
  readonly origin: Origin;
  /** One of `followedBy`: an altered shape (кітаб-, орн-, шығ-, оқ-у) does not stand alone. */
  readonly needs: number;
}

/** Entries by the shape a stem takes before suffixes. */
export interface Shelf {
  /** In the order in which they were put; `undefined` for a shape that is no stem. */
  get(shape: string): readonly Entry[] | undefined;
}

/**
 * A shelf to be filled. The lists and what is derived from them make 80,000 entries: an array of objects for each
 * shape was 15 MB of every process, so entries are a row of numbers chained by shape.
 */
export function createShelf(): Shelf & { put(shape: string, entry: Entry): void } {
  /** Each shape's first entry. */
  const first = new Map<string, number>();
  /** The next entry of the same shape; -1 after the last. */
  const next: number[] = [];
  const keys: string[] = [];
  const codes: number[] = [];
  /** Keys recur, mostly as shapes: one string for all. */
  const same = new Map<string, string>();

  const read = (at: number): Entry => {
    const code = codes[at] ?? 0;
    return {
      key: keys[at] ?? '',
      kind: kinds[code & 7] ?? 'noun',
      origin: origins[(code >> 3) & 7] ?? 'listed',
      needs: code >> 6,
    };
  };

  return {
    get(shape) {
      let at = first.get(shape);
      if (at === undefined) return undefined;
      const entries: Entry[] = [];
      for (; at >= 0; at = next[at] ?? -1) entries.push(read(at));
      return entries;
    },
    put(shape, { key, kind, origin, needs }) {
      let last = -1;
      for (let at = first.get(shape) ?? -1; at >= 0; at = next[at] ?? -1) {
        if (keys[at] === key && (codes[at] ?? 0) >> 6 === needs) return;
        last = at;
      }
      const known = same.get(key);
      if (known === undefined) same.set(key, key);
      const at = keys.push(known ?? key) - 1;
      codes.push(kinds.indexOf(kind) | (origins.indexOf(origin) << 3) | (needs << 6));
      next.push(-1);
      if (last < 0) first.set(shape, at);
      else next[last] = at;
    },
  };
}
