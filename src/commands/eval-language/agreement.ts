/**
 * Agreement of predicted keys with gold lemma sets over the same forms: F1 over all unordered pairs
 * (exact, no sampling) and B-cubed F averaged over forms. Both are 0..1; with no pair at all F1 is 0.
 */
export function agreement(
  keys: readonly string[],
  lemmas: readonly (readonly string[])[],
): { pairF1: number; b3: number } {
  const byKey = group(keys.map((key) => [key]));
  const byLemma = group(lemmas);
  let predicted = 0;
  let gold = 0;
  let right = 0;
  let b3 = 0;
  keys.forEach((key, at) => {
    const together = byKey.get(key) ?? [];
    const same = neighbours(lemmas[at] ?? [], byLemma);
    let common = 0;
    for (const other of together) if (same.has(other)) common += 1;
    predicted += together.length - 1;
    gold += same.size - 1;
    right += common - 1;
    const precision = common / together.length;
    const recall = common / same.size;
    b3 += (2 * precision * recall) / (precision + recall);
  });
  const total = predicted + gold;
  return { pairF1: total === 0 ? 0 : (2 * right) / total, b3: keys.length === 0 ? 0 : b3 / keys.length };
}

function group(values: readonly (readonly string[])[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  values.forEach((names, at) => {
    for (const name of names) {
      const members = groups.get(name);
      if (members === undefined) groups.set(name, [at]);
      else members.push(at);
    }
  });
  return groups;
}

function neighbours(names: readonly string[], groups: ReadonlyMap<string, readonly number[]>): Set<number> {
  const found = new Set<number>();
  for (const name of names) for (const member of groups.get(name) ?? []) found.add(member);
  return found;
}
