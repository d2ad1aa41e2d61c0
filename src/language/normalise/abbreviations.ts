/**
 * Abbreviations written letter by letter (`ж.с.н.`, `И И Н`, `ء ج س ن`). Joined, they meet
 * the abbreviation as everybody else writes it.
 */

/** Single letters with dots and no spaces: two are enough (`Қ.Р.`). */
const dotted = /(?<![\p{L}\p{M}\p{N}.])\p{L}(?:\.\p{L}(?![\p{L}\p{M}\p{N}]))+\.?/gu;

/** With spaces after the dots, three letters of one case, or initials and sentence ends would be joined. */
const dottedSpaced =
  /(?<![\p{L}\p{M}\p{N}.])(?:\p{Lu}\. ?(?:\p{Lu}\. ?)+\p{Lu}|\p{Ll}\. ?(?:\p{Ll}\. ?)+\p{Ll})(?![\p{L}\p{M}\p{N}])\.?/gu;

const spaced =
  /(?<![\p{L}\p{M}\p{N}.'-])(?:\p{Lu}(?: \p{Lu}){2,}|\p{Ll}(?: \p{Ll}){2,})(?![\p{L}\p{M}\p{N}'-])/gu;

/** Kazakh in Arabic script has no words of one letter, so two are enough (`ق ر`). */
const spacedArabic =
  /(?<![\p{L}\p{M}\p{N}])ء?\p{Script=Arabic}(?:[ .]+(?!ء)\p{Script=Arabic}(?![\p{L}\p{M}\p{N}]))+(?:(?<=\.\p{Script=Arabic})\.)?/gu;

/** Words of one letter (Russian, its Latin transliteration, English): a row of only these is speech. */
const oneLetterWords = new Set('аивскоуяжбaivskouyj');

/** Joins letter-spaced abbreviations: `ж.с.н. алу` → `жсн алу`. */
export function joinSpacedLetters(text: string): string {
  const bare = (row: string): string => row.replace(/[. ]+/gu, '');
  return text
    .replace(dotted, bare)
    .replace(dottedSpaced, bare)
    .replace(spaced, (row) => {
      const letters = bare(row);
      return [...letters.toLowerCase()].every((letter) => oneLetterWords.has(letter)) ? row : letters;
    })
    .replace(spacedArabic, bare);
}
