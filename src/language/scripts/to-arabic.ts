import { arabicWord, hamza, takesHamza } from './arabic-word.ts';
import { arabicPunctuation, isolate, mirrorArrows, stripIsolates } from './bidi.ts';
import { isAbbreviation } from './capitals.ts';
import { type Exceptions, exceptionFinder } from './exceptions.ts';
import { romanNumeral, runsOf } from './runs.ts';

const noBreakSpace = '\u00a0';

/** Words whose conversion is kept in memory: the vocabulary of all content fits. */
const remembered = 20_000;

/** Makes the converter from Cyrillic to Arabic letters with an editor's exceptions. */
export function arabicWriter(exceptions: Exceptions): {
  /** One lower-case word. */
  word(word: string): string;
  /** A text; with `reading`, numbers and Latin are isolated and arrows mirrored. */
  text(text: string, reading: boolean): string;
} {
  const find = exceptionFinder(exceptions, 'arab');

  const seen = new Map<string, string>();

  function convert(word: string): string {
    const known = seen.get(word);
    if (known !== undefined) return known;
    const converted = byRules(word);
    if (seen.size < remembered) seen.set(word, converted);
    return converted;
  }

  function byRules(word: string): string {
    const fixed = find(word);
    if (!fixed) return arabicWord(word);
    const rest = arabicWord(fixed.rest).replace(hamza, '');
    return (takesHamza(word) ? hamza : '') + fixed.written + rest;
  }

  /** Abbreviations are written letter by letter: ЖСН → ج س ن, each letter as if it were a word. */
  function written(word: string): string {
    if (isAbbreviation(word)) return [...word.toLowerCase()].map(arabicWord).join(noBreakSpace);
    return convert(word.toLowerCase());
  }

  return {
    word: convert,
    text(text, reading) {
      const converted = quotes(reading ? stripIsolates(text) : text);
      let result = '';
      for (const run of runsOf(converted)) {
        if (run.kind === 'word') result += written(run.text.normalize('NFC'));
        else if (run.kind === 'kept')
          result += reading ? isolate(romanNumeral(run.text)) : romanNumeral(run.text);
        else result += reading ? mirrorArrows(arabicPunctuation(run.text)) : arabicPunctuation(run.text);
      }
      return result;
    },
  };
}

/** Straight quotes open and close alike; Arabic text has «». */
function quotes(text: string): string {
  return text.replace(/"([^"\n]*)"/gu, '«$1»');
}
