import { looseKey } from '../../language/keys/index.ts';

/** Kazakh endings that say a place is meant: in, from, to. */
const placeEndings = words('da de ta te dan den tan ten ga ge ka ke dagi degi tagi tegi');

/** The other Kazakh cases, and "one from". */
const otherEndings = words('nin din tin ni di ti men ben pen lik dik tik');

/** A word of a place's name. */
export interface NameWord {
  /** Its key as it stands in the name. */
  readonly exact: string;
  /** What the keys of all its forms start with. */
  readonly start: string;
  /** Whether a key is a case form of it. */
  isForm(key: string): boolean;
  /** Whether a key is a form that by itself shows a place: in, from, to. */
  isLocal(key: string): boolean;
}

/** Keys of a word's forms, and of those that by themselves show a place. */
interface Forms {
  readonly all: ReadonlySet<string>;
  readonly local: ReadonlySet<string>;
}

/**
 * Knows the case forms of a name's word, Kazakh and Russian, in every script: of «Қостанай» қостанайда, qostanaidan,
 * Костанае, قوستانايدا. Listing forms, not cutting endings off the text, keeps a name from being found inside an
 * ordinary word. They are listed when a text has a word that begins like the name: for all names they were 9 MB.
 */
export function nameWord(word: string): NameWord {
  const exact = looseKey(word);
  const start = exact.slice(0, Math.max(1, exact.length - replacedLetters(word.toLowerCase())));
  let known: Forms | undefined;
  const forms = () => {
    known ??= formsOf(word, exact);
    return known;
  };
  return {
    exact,
    start,
    isForm: (key) => key === exact || (key.startsWith(start) && forms().all.has(key)),
    isLocal: (key) => key.startsWith(start) && forms().local.has(key),
  };
}

function formsOf(word: string, exact: string): Forms {
  const shortening = word === word.toUpperCase();
  // «Степногорскіде»: a final cluster takes a vowel before the ending.
  const stems = /[^aeiou]k$/u.test(exact) ? [exact, `${exact}i`] : [exact];
  const attach = (endings: readonly string[]) =>
    fitting(exact, shortening, endings).flatMap((ending) => stems.map((stem) => join(stem, ending)));
  const local = new Set(attach([...placeEndings, 'nan', 'nen']));
  const all = new Set([
    exact,
    ...local,
    ...attach(otherEndings),
    // «АҚШ» with a Russian ending would be «ақша», money; «Түркия» would be «түркі», Turkic.
    ...(shortening || /[әіңғүұқөһ]/iu.test(word) ? [] : russianForms(word.toLowerCase(), exact)),
  ]);
  return { all, local };
}

/**
 * Endings that can follow a name. Each exclusion is a word that was taken for a place: «скота» for СКО,
 * «алғаннан» for Алға, «кеуде» for Киев.
 */
function fitting(exact: string, shortening: boolean, endings: readonly string[]): readonly string[] {
  if (exact.length <= 3 && !shortening) return [];
  return endings.filter((ending) => {
    if (/[aeiou]$/u.test(exact) && /^[tk]/u.test(ending)) return false;
    return !/^n[ae]n$/u.test(ending) || /[mn]$/u.test(exact);
  });
}

/** The loose key writes a double letter once and нг as н: «Шымкентте» is şimkente, «Өскеменге» oskemene. */
function join(key: string, ending: string): string {
  if (key.at(-1) === ending[0] || (key.endsWith('n') && ending.startsWith('g'))) return key + ending.slice(1);
  return key + ending;
}

/** How many letters at the end of a name's key its forms may replace: Уральск-ая, Росс-ия, Астан-а. */
function replacedLetters(word: string): number {
  return adjective.test(word) ? 3 : /ия$/u.test(word) ? 2 : 1;
}

const adjective = /(?:ая|ый|ий|ой|ое)$/u;

function russianForms(word: string, key: string): string[] {
  if (adjective.test(word) && word.length > 5)
    return with_(looseKey(word.slice(0, -2)), 'aia oi uiu i ogo omu om im oe e ih imi');
  if (/ия$/u.test(word)) return with_(key.slice(0, -2), 'i iu ei');
  if (/[аеоу]й$/u.test(word)) return with_(key.slice(0, -1), 'e ia iu em');
  if (/а$/u.test(word)) return with_(key.slice(0, -1), 'i e u oi');
  if (/ы$/u.test(word)) return with_(key.slice(0, -1), 'ah am ou');
  if (/ь$/u.test(word)) return with_(key, 'i ia iu e em iu');
  if (/[бвгджзклмнпрстфхцчшщ]$/u.test(word)) return with_(key, 'a u e om');
  return [];
}

function with_(stem: string, endings: string): string[] {
  return words(endings).map((ending) => join(stem, ending));
}

function words(list: string): string[] {
  return list.split(' ');
}
