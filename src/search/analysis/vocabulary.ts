import { looseKey } from '../../language/keys/index.ts';
import { lowerCase, normalise } from '../../language/normalise/index.ts';
import { scriptOfWord, wordsOf } from '../../language/tokens.ts';

/**
 * The Cyrillic words of indexed texts by their loose key: what a word typed in any other spelling may be.
 * `qujattar`, `кужаттар` and `قۇجاتتار` all lead to `құжаттар` when the texts have it.
 */
export class Vocabulary {
  readonly #words = new Map<string, Map<string, number>>();
  readonly #ranked = new Map<string, readonly string[]>();

  /** Counts the words of a text. */
  add(text: string): void {
    for (const word of wordsOf(normalise(text))) {
      if (scriptOfWord(word) === 'cyrl') this.count(lowerCase(word));
    }
  }

  /** Counts one lower-case Cyrillic word. */
  count(word: string, times = 1): void {
    const key = looseKey(word);
    const counts = this.#words.get(key) ?? new Map<string, number>();
    counts.set(word, (counts.get(word) ?? 0) + times);
    this.#words.set(key, counts);
    this.#ranked.delete(key);
  }

  /** Words with this loose key, most frequent first. */
  restore(key: string): readonly string[] {
    let ranked = this.#ranked.get(key);
    if (ranked === undefined) {
      const counts = [...(this.#words.get(key) ?? [])];
      ranked = counts.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
      this.#ranked.set(key, ranked);
    }
    return ranked;
  }

  /** How often a word was counted. */
  countOf(word: string): number {
    return this.#words.get(looseKey(word))?.get(word) ?? 0;
  }

  /** Distinct loose keys. */
  get size(): number {
    return this.#words.size;
  }
}
