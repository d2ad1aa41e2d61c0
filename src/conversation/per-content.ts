/** Makes something once for each version of the content. */
export function perContent<C extends { readonly knowledge: object }, T>(
  make: (core: C) => T,
): (core: C) => T {
  const made = new WeakMap<object, T>();
  return (core) => {
    const before = made.get(core.knowledge);
    if (before !== undefined) return before;
    const now = make(core);
    made.set(core.knowledge, now);
    return now;
  };
}
