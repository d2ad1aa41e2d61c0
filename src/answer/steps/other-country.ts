import { looseKey } from '../../language/keys/index.ts';
import { beginsLike } from '../../search/listed-words.ts';
import type { Word } from '../../search/words.ts';
import type { AbroadWords } from '../word-lists.ts';

/** The Kazakh locative and dative of a place («Ресейде», «Германияға»); «Ресейдегі» and «Ресейден» are about people. */
const there = /(?:da|de|ta|te|ga|ge|ka|ke)$/u;

/** What a foreign country is to a question: none is named; its rules are asked for; someone comes from or lives there. */
export type ForeignCountry = 'none' | 'asked' | 'beside';

/** A question's words and what of them is a place. */
export interface NamedAbroad {
  readonly words: readonly Word[];
  /** Loose keys of words that name a foreign country. */
  readonly countries: ReadonlySet<string>;
  /** A region of Kazakhstan is named. */
  readonly home: boolean;
}

/** Tells what a foreign country that a question names is to it. */
export interface Abroad {
  /**
   * Whether a question asks for another state's rules: its place or its paper («Ташкентте прописка», «Корея визасы»),
   * and nothing says Kazakhstan. The words are those of our own subjects, so likeness cannot tell.
   */
  country(named: NamedAbroad): ForeignCountry;
  /**
   * Whether whoever names a foreign country has left it: «Қытайдан келдім» asks for an office here, and the embassy
   * there would only stand in the way.
   */
  hasArrived(words: readonly Word[]): boolean;
}

/** Over the lists of `content/language/abroad.yaml`. */
export function createAbroad(lists: AbroadWords): Abroad {
  const begins = (list: keyof AbroadWords) => beginsLike(lists[list]);
  const among = (list: keyof AbroadWords): ((key: string) => boolean) => {
    const keys = new Set(lists[list].map((word) => looseKey(word)));
    return (key) => keys.has(key);
  };
  const [papers, living, here, moving] = [
    begins('papers'),
    begins('living'),
    begins('here'),
    begins('moving'),
  ];
  const [away, ours, arrived] = [begins('away'), begins('ours'), begins('arrived')];
  const isCitizenship = begins('citizenship');
  const [isOrigin, isDestination, isObtained] = [among('origin'), among('destination'), among('obtained')];
  const isLeaving = begins('leaving');

  return {
    country({ words, countries, home }) {
      if (countries.size === 0) return 'none';
      return !home && asked(words, countries) ? 'asked' : 'beside';
    },
    hasArrived: (words) => words.some(({ loose }) => arrived(loose)),
  };

  function asked(words: readonly Word[], countries: ReadonlySet<string>): boolean {
    const keys = words.map(({ loose }) => loose);
    if (keys.some((key) => here(key) && !ours(key))) return false;
    // Another citizenship already taken is a matter of this country: it must be reported, and it costs the one had.
    if (keys.some(isObtained) && keys.some(isCitizenship)) return false;
    // Whoever becomes a citizen here gives the other citizenship up: «отказ от гражданства России» is a step of ours.
    if (keys.some(isLeaving) && keys.some(isCitizenship)) return false;
    if (!keys.some(away) && keys.some((key) => living(key) || (moving(key) && !ours(key)))) return false;
    return keys.some((key, at) => {
      if (!countries.has(key)) return false;
      const [before = '', after = ''] = [keys[at - 1], keys[at + 1]];
      if (isOrigin(before)) return false;
      return there.test(key) || isDestination(before) || papers(before) || papers(after);
    });
  }
}
