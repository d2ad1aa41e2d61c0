/**
 * The languages, scripts and interface locales of the product.
 *
 * `language` is what a text is written in, `script` how it is written, and a `locale`
 * (BCP 47) is one interface a person can choose. `kk-Arab` (töte jazu, as written in
 * China) and `kk-Latn` (2021 letters) are never authored: they are derived from `kk`.
 */

export const languages = ['kk', 'ru'] as const;
export type Language = (typeof languages)[number];

export const scripts = ['cyrl', 'latn', 'arab'] as const;
export type Script = (typeof scripts)[number];

export const locales = ['kk', 'kk-Arab', 'kk-Latn', 'ru'] as const;
export type Locale = (typeof locales)[number];

/** Text direction of a locale, as the HTML `dir` attribute has it. */
export type Direction = 'ltr' | 'rtl';

/** The language a locale is written in. */
export function languageOf(locale: Locale): Language {
  return locale === 'ru' ? 'ru' : 'kk';
}

/** The script a locale is written in. */
export function scriptOf(locale: Locale): Script {
  if (locale === 'kk-Arab') return 'arab';
  return locale === 'kk-Latn' ? 'latn' : 'cyrl';
}

/** The locale for a language and script; Russian exists in Cyrillic only. */
export function localeFor(language: Language, script: Script): Locale {
  if (language === 'ru') return 'ru';
  if (script === 'arab') return 'kk-Arab';
  return script === 'latn' ? 'kk-Latn' : 'kk';
}

/** Direction in which a locale is read. */
export function directionOf(locale: Locale): Direction {
  return locale === 'kk-Arab' ? 'rtl' : 'ltr';
}

/** Narrows any string to a locale. */
export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (locales as readonly string[]).includes(value);
}

/** A locale's name for itself: how it is offered in a list of languages, whatever the reader's own. */
export function autonym(locale: Locale): string {
  switch (locale) {
    case 'kk':
      return 'Қазақша';
    case 'kk-Arab':
      return 'قازاقشا';
    case 'kk-Latn':
      return 'Qazaqşa';
    case 'ru':
      return 'Русский';
  }
}
