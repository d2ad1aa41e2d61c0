import type { Localized } from '../knowledge/schema/common.ts';
import { type Locale, languageOf, scriptOf } from '../language/locale.ts';
import { formatDate } from './dates.ts';
import type { Texts, Translate } from './texts.ts';

/** Brings content into one reader's language and script. Everything a person reads passes through here. */
export interface Speaker {
  readonly locale: Locale;
  /** An interface text. */
  readonly t: Translate;
  /** A content text: right language, figures filled in, right script. */
  say(text: Localized): string;
  /** Kazakh or Russian text already chosen: brings it into the reader's script. */
  convert(text: string): string;
  /** An ISO date as the reader writes it. */
  date(iso: string): string;
  /** Pieces of a line joined by the comma of the reader's script. */
  join(pieces: readonly string[]): string;
}

/** What a speaker needs from the rest of the core. */
export interface SpeakerParts {
  readonly texts: Texts;
  /** Brings a Kazakh text into another script for reading. */
  readonly convert: (text: string, script: 'arab' | 'latn') => string;
  /** Fills `{{figures}}` of a content text as of a date. */
  readonly fill: (text: string, language: 'kk' | 'ru', date: string) => string;
}

/** A speaker for one reader; figures are those of `date` (ISO, Almaty). */
export function createSpeaker(parts: SpeakerParts, locale: Locale, date: string): Speaker {
  const language = languageOf(locale);
  const script = scriptOf(locale);
  const convert = (text: string): string => (script === 'cyrl' ? text : parts.convert(text, script));
  return {
    locale,
    t: parts.texts.for(locale),
    say: (text) => convert(parts.fill(text[language], language, date)),
    convert,
    join: (pieces) => pieces.join(script === 'arab' ? '، ' : ', '),
    date: (iso) => formatDate(iso, locale, (text) => convert(text)),
  };
}
