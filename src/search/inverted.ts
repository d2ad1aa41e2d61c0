/** Which holders (documents, candidates) have which keys, as runs of numbers. */
export interface Inverted {
  /** Distinct keys. */
  readonly size: number;
  /** Where a key's run stands; an empty run for a key nobody holds. */
  run(key: string): { readonly from: number; readonly to: number };
  /** Holders, ascending within a run. */
  readonly holders: Uint32Array;
  /** How often the holder has the key, beside `holders`. */
  readonly times: Uint16Array;
  /** How many holders there are, those without keys too. */
  readonly count: number;
}

const none = { from: 0, to: 0 };

/** Visits the holders of a key, in ascending order. */
export function eachHolder(index: Inverted, key: string, visit: (holder: number) => void): void {
  const { from, to } = index.run(key);
  for (let at = from; at < to; at += 1) visit(index.holders[at] ?? 0);
}

/**
 * Turns lists of keys round. Nested maps of the same facts took ten times the memory, and half a second at the start.
 * @param holders each a list of groups of keys; a group that is the same object as before is numbered only once
 */
export function invert(holders: Iterable<Iterable<readonly string[]>>): Inverted {
  const numbers = new Map<string, number>();
  const numbered = new Map<readonly string[], readonly number[]>();
  const numberOf = (key: string): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  /** Each key of each holder once: the key, and how often. */
  const keys: number[] = [];
  const times: number[] = [];
  const lengths: number[] = [];
  const counts: number[] = [];
  for (const groups of holders) {
    const first = keys.length;
    for (const group of groups) {
      let own = numbered.get(group);
      if (own === undefined) {
        own = group.map(numberOf);
        numbered.set(group, own);
      }
      for (const key of own) {
        const before = counts[key] ?? 0;
        counts[key] = before + 1;
        if (before === 0) keys.push(key);
      }
    }
    for (let at = first; at < keys.length; at += 1) {
      const key = keys[at] ?? 0;
      times.push(counts[key] ?? 0);
      counts[key] = 0;
    }
    lengths.push(keys.length - first);
  }
  const sorted = byKey(keys, times, lengths, numbers.size);
  return {
    size: numbers.size,
    run(key) {
      const number = numbers.get(key);
      if (number === undefined) return none;
      return { from: sorted.starts[number] ?? 0, to: sorted.starts[number + 1] ?? 0 };
    },
    holders: sorted.holders,
    times: sorted.times,
    count: lengths.length,
  };
}

/** Counting sort by key: the holders of a key stay in ascending order. */
function byKey(
  keys: readonly number[],
  times: readonly number[],
  lengths: readonly number[],
  size: number,
): { starts: Uint32Array; holders: Uint32Array; times: Uint16Array } {
  const starts = new Uint32Array(size + 1);
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 0; key < size; key += 1) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const next = starts.slice();
  const sorted = { starts, holders: new Uint32Array(keys.length), times: new Uint16Array(keys.length) };
  let at = 0;
  for (let holder = 0; holder < lengths.length; holder += 1) {
    for (const end = at + (lengths[holder] ?? 0); at < end; at += 1) {
      const key = keys[at] ?? 0;
      const to = next[key] ?? 0;
      next[key] = to + 1;
      sorted.holders[to] = holder;
      sorted.times[to] = times[at] ?? 0;
    }
  }
  return sorted;
}
