/** Longest n-gram, in letters with the word's two boundaries. */
const longest = 5;

/** Longer words are cut: no real word needs more, and a hundred kilobytes without a space must not cost minutes. */
const longestWord = 40;

/** Distinct letter n-grams (1 to 5) of a lower-case word with its boundaries: `_сөз_`. */
export function ngramsOf(word: string): string[] {
  const padded = [...`_${word.slice(0, longestWord)}_`];
  const found = new Set<string>();
  for (let start = 0; start < padded.length; start += 1) {
    for (let size = 1; size <= longest && start + size <= padded.length; size += 1) {
      const ngram = padded.slice(start, start + size).join('');
      if (ngram !== '_') found.add(ngram);
    }
  }
  return [...found];
}
