import { analyse } from './analyse.ts';
import { readCosts } from './costs.ts';
import { readIrregulars } from './irregular.ts';
import { stemKey } from './key.ts';
import { isKazakhWord, looksLoan, toSounds } from './letters.ts';
import { createLexicon } from './lexicon.ts';

export type Stemmer = (word: string) => string;

export interface StemmerOptions {
  /** Costs by feature number; the policy file's unless given. */
  readonly costs?: Float64Array;
  /** Words kept in memory, 0 for none. */
  readonly cacheSize?: number;
}

/**
 * Makes a stemmer over stem-list lines (see `readStems`). The stemmer takes one lower-case Cyrillic
 * word and gives a key to compare, never to show; words in other scripts come back as they are.
 * Deterministic.
 */
export function createKazakhStemmer(stems: Iterable<string>, options: StemmerOptions = {}): Stemmer {
  const lexicon = createLexicon(stems);
  const irregulars = readIrregulars();
  const costs = options.costs ?? readCosts();
  const cacheSize = options.cacheSize ?? 20_000;
  const cache = new Map<string, string>();

  const compute = (word: string): string => {
    const sounds = toSounds(word);
    const irregular = irregulars.get(sounds);
    if (irregular !== undefined) return irregular;
    if (!isKazakhWord(sounds)) return hyphenated(sounds, compute);
    let best = Number.POSITIVE_INFINITY;
    let key = '';
    analyse(sounds, looksLoan(word), lexicon, (candidate, features, count) => {
      let cost = 0;
      for (let at = 0; at < count; at += 1) cost += costs[features[at] ?? 0] ?? 0;
      if (cost < best) {
        best = cost;
        key = candidate;
      }
    });
    return key === '' ? stemKey(sounds, true) : key;
  };

  return (word) => {
    const known = cache.get(word);
    if (known !== undefined) return known;
    const key = compute(word);
    if (cacheSize > 0) {
      // Forgetting everything at once is rare and keeps a hit to one look-up.
      if (cache.size >= cacheSize) cache.clear();
      cache.set(word, key);
    }
    return key;
  };
}

/** Endings written after a hyphen: км-ге, 2024-те, БҰҰ-ның, 5-ші. */
const ending =
  /^(?:[дт][аеыі]|[дтн][ыі]ң|н[ыі]|[ғгқк][ае]|[дтн][ае]н|[мбп]ен|[дт][ае][ғг][ыі]|[лдт][ае]р(?:[дғ]?[аыеі].*)?|[ыі]?нш[ыі]|ш[ыі]|[ыі])$/u;

/** A hyphenated word keeps its first part; an ending alone after the hyphen is dropped. */
function hyphenated(word: string, stem: Stemmer): string {
  const at = word.lastIndexOf('-');
  if (at <= 0) return word;
  const head = word.slice(0, at);
  const tail = word.slice(at + 1);
  if (tail === '') return stem(head);
  if (ending.test(tail)) return isKazakhWord(head) ? stem(head) : head;
  return isKazakhWord(tail) ? `${head}-${stem(tail)}` : word;
}
