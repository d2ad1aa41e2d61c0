/**
 * Lower case without the two traps of Turkish-like alphabets: `'İ'.toLowerCase()` is two code
 * points (i and a loose dot), which no vocabulary holds.
 */
export function lowerCase(text: string): string {
  return text.replace(/İ/gu, 'i').toLowerCase();
}
