import { detect } from '../../language/detect/index.ts';
import {
  type Language,
  type Locale,
  languageOf,
  localeFor,
  type Script,
  scriptOf,
} from '../../language/locale.ts';
import { normalise } from '../../language/normalise/index.ts';
import { wordsOf } from '../../language/tokens.ts';

/** A question as the pipeline reads it. */
export interface Reading {
  /** What was typed, cut to the limit. */
  readonly text: string;
  readonly normalised: string;
  readonly words: readonly string[];
  readonly language: Language;
  readonly script: Script;
  /** Locale of the answer: the question's own language and script; the person's where it leaves them open. */
  readonly locale: Locale;
  /** Neither Kazakh nor Russian. */
  readonly foreign: boolean;
  /** Characters read when the question was longer than the limit. */
  readonly cutTo: number | null;
}

/**
 * Reads a question: at most `limit` characters, normalised, its language and script told. The answer follows the
 * question's language and script, not the interface's; a question that does not tell (one name, only digits)
 * follows the person's locale, else the script's likeliest language.
 */
export function readQuestion(text: string, limit: number, preferred: Locale | undefined): Reading {
  const wellFormed = text.toWellFormed();
  const cut = wellFormed.length > limit;
  const read = cut ? wellFormed.slice(0, limit).toWellFormed() : wellFormed;
  const normalised = normalise(read);
  const words = wordsOf(normalised);
  const detected = detect(normalised);
  const fallback = preferred ?? 'kk';
  // A few Latin or Cyrillic letters inside a Russian reader's chat are no reason to change the language.
  const language =
    detected.language === 'unknown' ? languageFor(detected.script, fallback) : detected.language;
  const script = words.length === 0 ? scriptOf(fallback) : language === 'ru' ? 'cyrl' : detected.script;
  return {
    text: read,
    normalised,
    words,
    language,
    script: detected.script === 'latn' && language === 'ru' ? 'latn' : script,
    locale: localeFor(language, script),
    foreign: detected.foreign,
    cutTo: cut ? limit : null,
  };
}

function languageFor(script: Script, preferred: Locale): Language {
  // Arabic letters can only be Kazakh here: no Russian reader types them.
  return script === 'arab' ? 'kk' : languageOf(preferred);
}
