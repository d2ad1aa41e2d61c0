import { eachHolder, type Inverted, invert } from './inverted.ts';
import { findMisspelt } from './misspelling.ts';
import type { LikenessWeights, Word } from './words.ts';

/** A word of the lexicon that is like one asked for. */
export interface AlikeWord {
  /** Its number in the lexicon. */
  readonly number: number;
  /** 0..1; 1: the same word, or another form of it. */
  readonly likeness: number;
}

/** The distinct words of all wordings, numbered, and found by what they share with a word asked for. */
export interface Lexicon {
  readonly words: readonly Word[];
  /** @throws when the word is not of this lexicon: its words are told apart as objects */
  numberOf(word: Word): number;
  /** Whether a word asked for, or its stem, stands in any wording. */
  has(asked: Word): boolean;
  /** Words that are like the one asked for. One may come more than once: its greatest likeness counts. */
  alike(asked: Word): readonly AlikeWord[];
}

/** Skeletons at least this long can be alike by their first letters, or be typing errors of each other. */
const telling = 5;
/** From this length on two letters may be wrong. */
const long = 8;

/**
 * A question's word is like one of ours wholly, by a shared stem or skeleton; as a synonym; when the skeletons start
 * alike (derivations: қоныс, қоныстану); and, when no wording has it, as a typing error. The kinds are looked up:
 * compared with every word, a question met thousands to be told that they differ.
 */
export function createLexicon(indexed: Iterable<Word>, weights: LikenessWeights): Lexicon {
  const words = [...new Set(indexed)];
  const numbers = new Map(words.map((word, number) => [word, number]));
  const bySkeleton = invert(words.map(({ loose }) => [[loose]]));
  const byStem = invert(words.map(({ stems }) => [stems]));
  const byStart = invert(
    words.map(({ loose }) => (loose.length < telling ? [] : [[loose.slice(0, telling)]])),
  );
  const misspeltSkeletons = findMisspelt(words.map(({ loose }) => [loose]));
  const misspeltStems = findMisspelt(words.map(({ stems }) => stems));
  return {
    words,
    numberOf(word) {
      const number = numbers.get(word);
      if (number === undefined) throw new Error(`search: «${word.surface}» is not a word of the lexicon`);
      return number;
    },
    has: ({ loose, stems }) => [loose, ...stems].some((key) => holds(bySkeleton, key) || holds(byStem, key)),
    alike(asked) {
      const { loose, stems, synonyms = [] } = asked;
      const found: AlikeWord[] = [];
      const having = (index: Inverted, key: string, likeness: number): void =>
        eachHolder(index, key, (number) => found.push({ number, likeness }));
      having(bySkeleton, loose, 1);
      for (const stem of stems) having(byStem, stem, 1);
      for (const stem of synonyms) having(byStem, stem, weights.synonym);
      if (loose.length >= telling) having(byStart, loose.slice(0, telling), weights.first_five);
      if (asked.unknown !== true) return found;
      const misspelt = (number: number) => found.push({ number, likeness: weights.typo });
      misspeltSkeletons(loose, (shorter) => (shorter < telling ? 0 : shorter < long ? 1 : 2), misspelt);
      for (const stem of stems) misspeltStems(stem, (shorter) => (shorter < telling ? 0 : 1), misspelt);
      return found;
    },
  };
}

function holds(index: Inverted, key: string): boolean {
  const { from, to } = index.run(key);
  return to > from;
}
