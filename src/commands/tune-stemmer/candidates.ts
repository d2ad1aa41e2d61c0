import { analyse } from '../../language/stem/analyse.ts';
import { readIrregulars } from '../../language/stem/irregular.ts';
import { stemKey } from '../../language/stem/key.ts';
import { isKazakhWord, looksLoan, toSounds } from '../../language/stem/letters.ts';
import type { Lexicon } from '../../language/stem/lexicon.ts';
import type { Form } from '../eval-language/forms.ts';

/** A way to read a form: the key it gives, the costs that apply, and whether a lemma has that key. */
export interface Candidate {
  readonly key: string;
  readonly features: readonly number[];
  readonly right: boolean;
}

/** A form with every reading, worked out once: readings do not depend on the costs. */
export interface Sample {
  readonly source: string;
  readonly lemmas: readonly string[];
  readonly fold: number;
  /** Set where no search takes place (irregulars, hyphens). */
  readonly fixed: string | undefined;
  readonly candidates: readonly Candidate[];
}

/** Readings of all forms; `stem` answers for the forms that are not searched. */
export function collect(
  sets: ReadonlyMap<string, readonly Form[]>,
  lexicon: Lexicon,
  stem: (word: string) => string,
  folds: number,
): Sample[] {
  const irregulars = readIrregulars();
  const samples: Sample[] = [];
  for (const [source, forms] of sets) {
    for (const { form, lemmas } of forms) {
      const sounds = toSounds(form);
      const searched = isKazakhWord(sounds) && !irregulars.has(sounds);
      const candidates: Candidate[] = [];
      if (searched) {
        const gold = new Set(lemmas.flatMap((lemma) => goldKeys(lemma, source)));
        analyse(sounds, looksLoan(form), lexicon, (key, features) => {
          candidates.push({ key, features: [...features], right: gold.has(key) });
        });
      }
      const fixed = candidates.length === 0 ? stem(form) : undefined;
      samples.push({ source, lemmas, fold: foldOf(lemmas[0] ?? '', folds), fixed, candidates });
    }
  }
  return samples;
}

/** Sets of verbs alone name them by the verbal noun (бару), the others by the stem (бар). */
function goldKeys(lemma: string, source: string): string[] {
  const sounds = toSounds(lemma);
  const stems = source.includes('verb') && sounds.endsWith('у') ? [sounds.slice(0, -1)] : [sounds];
  return stems.flatMap((one) => [stemKey(one, false), stemKey(one, true)]);
}

/** All forms of a lemma are in one fold, or cross-validation would see its words in training. */
function foldOf(lemma: string, folds: number): number {
  let hash = 7;
  for (const letter of lemma) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return hash % folds;
}
