import { looseKey } from '../../language/keys/index.ts';
import { lowerCase, normalise } from '../../language/normalise/index.ts';
import { scriptOfWord, wordsOf } from '../../language/tokens.ts';

/**
 * The Cyrillic words of indexed texts by their loose key: what a word typed in any other spelling may be.
 * `qujattar`, `кужаттар` and `قۇجاتتار` all lead to `құжаттар` when the texts have it.
 */
export class Vocabulary {
  readonly #counts = new Map<string, number>();
  /** Words by loose key; one, mostly, and then without a list around it. */
  readonly #words = new Map<string, string | string[]>();

  /** Counts the words of a text. */
  add(text: string): void {
    for (const word of wordsOf(normalise(text))) {
      if (scriptOfWord(word) === 'cyrl') this.count(lowerCase(word));
    }
  }

  /** Counts one lower-case Cyrillic word. */
  count(word: string, times = 1): void {
    const before = this.#counts.get(word);
    this.#counts.set(word, (before ?? 0) + times);
    if (before !== undefined) return;
    const key = looseKey(word);
    const same = this.#words.get(key);
    if (same === undefined) this.#words.set(key, word);
    else if (typeof same === 'string') this.#words.set(key, [same, word]);
    else same.push(word);
  }

  /** Words with this loose key, most frequent first. */
  restore(key: string): readonly string[] {
    const words = this.#words.get(key);
    if (words === undefined) return [];
    if (typeof words === 'string') return [words];
    return [...words].sort((a, b) => this.countOf(b) - this.countOf(a) || (a < b ? -1 : 1));
  }

  /** How often a word was counted. */
  countOf(word: string): number {
    return this.#counts.get(word) ?? 0;
  }

  /** Distinct loose keys. */
  get size(): number {
    return this.#words.size;
  }
}
