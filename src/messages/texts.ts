import { createInstance, type i18n } from 'i18next';
import { type Locale, languageOf, locales, scriptOf } from '../language/locale.ts';

/** Interface texts of one authored language: nested keys, leaves are texts. */
export interface TextTree {
  readonly [key: string]: string | TextTree;
}

/** Turns a Kazakh text in Cyrillic into another script, leaving `{{placeholders}}` alone. */
export type ScriptConverter = (text: string, script: 'arab' | 'latn') => string;

/** Looks an interface text up; values are put in as they are (faces never parse markup out of texts). */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Interface texts of every locale. */
export interface Texts {
  for(locale: Locale): Translate;
}

/**
 * Interface texts over i18next. `kk` and `ru` are authored; `kk-Arab` and `kk-Latn` are derived from
 * `kk` when first asked for. There is no fallback from one language to the other: a Russian reader
 * was once shown Kazakh text in the middle of a sentence when a plural form was missing, and no
 * handler fired. A missing key throws instead; the content check and a test find it first.
 */
export function createTexts(authored: { kk: TextTree; ru: TextTree }, convert: ScriptConverter): Texts {
  const instance: i18n = createInstance();
  void instance.init({
    resources: {},
    fallbackLng: false,
    interpolation: { escapeValue: false },
    initAsync: false,
    // Plural rules of the derived locales are those of Kazakh: Intl knows `kk`, whatever the script.
    returnNull: false,
  });
  const ready = new Map<Locale, Translate>();
  const load = (locale: Locale): Translate => {
    instance.addResourceBundle(locale, 'translation', treeFor(locale, authored, convert));
    const translate = instance.getFixedT(locale);
    return (key, values) => {
      if (!instance.exists(key, { lng: locale, ...values }))
        throw new Error(`locales: no text "${key}" for ${locale}`);
      return translate(key, { ...values });
    };
  };
  return {
    for(locale) {
      let translate = ready.get(locale);
      if (translate === undefined) {
        if (!locales.includes(locale)) throw new Error(`locales: unknown locale ${locale}`);
        translate = load(locale);
        ready.set(locale, translate);
      }
      return translate;
    },
  };
}

function treeFor(
  locale: Locale,
  authored: { kk: TextTree; ru: TextTree },
  convert: ScriptConverter,
): TextTree {
  const tree = authored[languageOf(locale)];
  const script = scriptOf(locale);
  return script === 'cyrl' ? tree : mapTree(tree, (text) => convert(text, script));
}

function mapTree(tree: TextTree, change: (text: string) => string): TextTree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === 'string' ? change(value) : mapTree(value, change),
    ]),
  );
}
