const softened: Readonly<Record<string, string>> = { б: 'п', ғ: 'қ', г: 'к' };

/**
 * Comparison key of a stem in sounds, so that the shapes one stem takes before suffixes meet:
 * final б ғ г as п қ к (кітаб-ы/кітап), and no narrow vowel in the last syllable (орн-ы/орын).
 * `unlisted` stems also lose a final ы, і, и: without a list басы and бас, оқы- and оқ-у cannot
 * be told apart. Never shown to people.
 */
export function stemKey(stem: string, unlisted: boolean): string {
  let key = stem;
  if (unlisted) {
    if (key.length > 3 && key.endsWith('ий')) key = key.slice(0, -1);
    if (key.length > 2 && /[ыіи]$/u.test(key)) key = key.slice(0, -1);
  }
  const last = softened[key.at(-1) ?? ''];
  if (last !== undefined && key.length > 1) key = key.slice(0, -1) + last;
  return withoutNarrowVowel(key);
}

/** `орын` → `орн`, `халық` → `халқ`; stems of one syllable keep their vowel. */
export function withoutNarrowVowel(stem: string): string {
  return stem.replace(/(?<=[аәеоөұүыіиу][^аәеоөұүыіиу]{1,2})[ыі](?=[^аәеоөұүыіиу]$)/u, '');
}
