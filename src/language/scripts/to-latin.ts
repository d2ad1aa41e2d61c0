import { isAbbreviation } from './capitals.ts';
import { type Exceptions, exceptionFinder } from './exceptions.ts';
import { latinUpper, latinWord, type WrittenLatin } from './latin-word.ts';
import { romanNumeral, runsOf } from './runs.ts';

/** Makes the converter from Cyrillic to Latin letters with an editor's exceptions. Keeps capitals. */
export function latinWriter(exceptions: Exceptions): (text: string, alphabet?: WrittenLatin) => string {
  const find = exceptionFinder(exceptions, 'latn');

  function word(source: string, alphabet: WrittenLatin): string {
    const lower = source.toLowerCase();
    const fixed = alphabet === '2021' ? find(lower) : undefined;
    const written = fixed ? fixed.written + latinWord(fixed.rest, alphabet) : latinWord(lower, alphabet);
    const capitals = source.match(/\p{Lu}/gu)?.length ?? 0;
    if (capitals === 0 || written === '') return written;
    if (capitals === source.length && (source.length > 1 || isAbbreviation(source)))
      return latinUpper(written);
    const first = /\p{Lu}/u.test(source[0] ?? '');
    if (!first || capitals > 1) return [...source].map((letter) => cased(letter, alphabet)).join('');
    return latinUpper(written[0] ?? '') + written.slice(1);
  }

  /** Words with capitals inside (ӘҚБтК) keep them letter by letter. */
  function cased(letter: string, alphabet: WrittenLatin): string {
    const written = latinWord(letter.toLowerCase(), alphabet);
    return /\p{Lu}/u.test(letter) ? latinUpper(written) : written;
  }

  return (text, alphabet = '2021') =>
    runsOf(text)
      .map((run) => {
        if (run.kind === 'word') return word(run.text.normalize('NFC'), alphabet);
        return run.kind === 'kept' ? romanNumeral(run.text) : run.text;
      })
      .join('');
}
