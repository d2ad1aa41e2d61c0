import { looseKey } from '../../language/keys/index.ts';
import { wordsOf } from '../../language/tokens.ts';

/** A clause named by number: `7`, or `2.4` for subclause 4 of clause 2. */
export type ClauseNumber = string;

interface Noun {
  /** Script-neutral key of its stem. */
  readonly key: string;
  readonly part: 'clause' | 'subclause';
  /** Where its number stands: «7-тармақ», «пункт 7». */
  readonly number: 'before' | 'after';
}

const nouns: readonly Noun[] = (
  [
    ['тармақша', 'subclause', 'before'],
    ['тармақ', 'clause', 'before'],
    ['подпункт', 'subclause', 'after'],
    ['пункт', 'clause', 'after'],
    ['п', 'clause', 'after'],
  ] as const
).map(([word, part, number]) => ({ key: looseKey(word), part, number }));

/**
 * The clause that a question names by number: «7-тармақ», «пункт 9», «п. 2», «2-тармақтың 4-тармақшасы», «подпункт 4
 * пункта 2», in any script. `null` when no clause, or only a subclause without its clause, is named. Numbers are few
 * in these texts (1–12), so years and quotas are never taken for one.
 */
export function clauseReference(text: string): ClauseNumber | null {
  const words = wordsOf(text).map((word) => looseKey(word));
  let clause: number | null = null;
  let subclause: number | null = null;
  words.forEach((word, index) => {
    const noun = nouns.find(({ key }) => isForm(word, key));
    if (noun === undefined) return;
    const [first, second] = noun.number === 'before' ? [index - 1, index + 1] : [index + 1, index - 1];
    const number = small(words[first]) ?? small(words[second]);
    if (number === null) return;
    if (noun.part === 'subclause') subclause ??= number;
    else clause ??= number;
  });
  if (clause === null) return null;
  return subclause === null ? String(clause) : `${clause}.${String(subclause)}`;
}

/** The noun itself or one of its case forms; «тармағында» has г for қ before a vowel. */
function isForm(word: string, key: string): boolean {
  if (word === key) return true;
  if (key.length < 4) return false;
  const stem = word.replace(/^tarmag/u, 'tarmak');
  return stem.startsWith(key) && stem.length - key.length <= 5;
}

function small(word: string | undefined): number | null {
  if (word === undefined || !/^\d{1,2}$/u.test(word)) return null;
  const number = Number(word);
  return number >= 1 && number <= 12 ? number : null;
}
