import { attach } from './attach.ts';
import { expand } from './expand.ts';
import { shapesOf } from './shapes.ts';
import { type Entry, listedKey, type Origin } from './shelf.ts';

/** A suffix that makes a new dictionary word of a noun, adjective or name. */
export interface Derivation {
  /** The one-letter code of the stem files. */
  readonly code: string;
  /** In archiphonemes, see `suffixes.ts`. */
  readonly pattern: string;
  readonly origin: Origin;
  readonly verb: boolean;
}

export const derivations: readonly Derivation[] = [
  { code: 'l', pattern: 'LI', origin: 'having', verb: false },
  { code: 'z', pattern: 'сIз', origin: 'lacking', verb: false },
  { code: 'k', pattern: 'LIK', origin: 'quality', verb: false },
  { code: 's', pattern: 'шI', origin: 'doer', verb: false },
  { code: 'd', pattern: 'LA', origin: 'toDo', verb: true },
  { code: 'n', pattern: 'LAн', origin: 'toBecome', verb: true },
  { code: 'e', pattern: 'LAс', origin: 'toBecome', verb: true },
  { code: 't', pattern: 'LAт', origin: 'toBecome', verb: true },
  { code: 'y', pattern: 'LAндIр', origin: 'toBecome', verb: true },
];

/** The end of a derived word in one of its shapes, and what was added to make it. */
interface Tail {
  readonly tail: string;
  readonly added: string;
  readonly derivation: Derivation;
}

/** Stems that a suffix's shape may depend on: after a vowel, one consonant, more of them. */
const before = ['ба', 'бат', 'барт'];
/** Tails are looked up by so many last letters; none is shorter. */
const lastLetters = 2;

const tails = { nominal: tailsOf(false), verbal: tailsOf(true) };

/**
 * Reads a shape as a word derived by rule from one of the bases: балалық, балалығ(ы) from бала. Words are taken apart
 * when met; made beforehand, the derived ones were 70,000 of the 80,000 stems of every process.
 *
 * @param isListed whether the list has the derived word itself, which then counts instead
 */
export function derivedEntries(
  shape: string,
  verbal: boolean,
  bases: ReadonlySet<string>,
  isListed: (word: string) => boolean,
): Entry[] {
  const found: Entry[] = [];
  for (const { tail, added, derivation } of tails[verbal ? 'verbal' : 'nominal'].get(
    shape.slice(-lastLetters),
  ) ?? []) {
    if (!shape.endsWith(tail)) continue;
    const base = shape.slice(0, -tail.length);
    if (!bases.has(base)) continue;
    const word = base + added;
    if (attach(base, derivation.pattern) !== word || isListed(word)) continue;
    const kind = verbal ? 'verb' : 'noun';
    for (const [text, needs] of shapesOf(word, kind)) {
      if (text === shape) found.push({ key: listedKey(word, kind), kind, origin: derivation.origin, needs });
    }
  }
  return found;
}

function tailsOf(verbal: boolean): ReadonlyMap<string, readonly Tail[]> {
  const found = new Map<string, Tail>();
  for (const derivation of derivations.filter(({ verb }) => verb === verbal)) {
    for (const { text: added } of expand(derivation.pattern)) {
      for (const stem of before) {
        for (const [shape] of shapesOf(stem + added, verbal ? 'verb' : 'noun')) {
          const tail = shape.slice(stem.length);
          found.set(`${derivation.code} ${added} ${tail}`, { tail, added, derivation });
        }
      }
    }
  }
  return Map.groupBy(found.values(), ({ tail }) => tail.slice(-lastLetters));
}
