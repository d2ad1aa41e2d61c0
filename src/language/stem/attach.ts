import { expand } from './expand.ts';
import { contactOf, harmony, harmonyOf } from './letters.ts';

/** Harmony at the end of a stem in sounds: that of its last harmonic vowel, `none` if it has none. */
export function harmonyAtEnd(stem: string): number {
  for (let at = stem.length - 1; at >= 0; at -= 1) {
    const found = harmonyOf(stem.charCodeAt(at));
    if (found !== harmony.none) return found;
  }
  return harmony.none;
}

/**
 * Adds a suffix in archiphonemes (see `suffixes.ts`) to a stem in sounds by harmony and contact:
 * `attach('жол', 'LAр')` → `жолдар`. Returns undefined where no variant fits. Changes inside the
 * stem (кітап → кітабы, орын → орны) are the caller's.
 */
export function attach(stem: string, pattern: string): string | undefined {
  const side = harmonyAtEnd(stem) || harmony.front;
  const last = contactOf(stem.charCodeAt(stem.length - 1));
  for (const surface of expand(pattern)) {
    if ((surface.after & last) === 0 || (surface.harmony & side) === 0) continue;
    if (surface.demand === 'contraction' || (surface.demand === 'person' && !/[мң]$/u.test(stem))) continue;
    return stem + surface.text;
  }
  return undefined;
}
