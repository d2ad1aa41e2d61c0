import { once } from '../../knowledge/once.ts';
import type { RuleDocument, RuleSubject } from '../../knowledge/schema/rules.ts';
import type { AnalyseText } from '../../search/analyse-words.ts';
import { isStopWord } from '../../search/analysis/stop-words.ts';
import type { Candidate } from '../../search/candidate.ts';
import { beginsLike } from '../../search/listed-words.ts';
import type { Word } from '../../search/words.ts';
import type { RuleTextWords } from '../word-lists.ts';

/** A question what a named region's text says, whose words that text does not have. */
export interface Absence {
  /** The texts looked through. */
  readonly documents: readonly string[];
  /** An editor's answer to just this: «no fines in the rules». */
  readonly subject: RuleSubject | null;
}

/** A question's words and what of them is a place. */
export interface AskedText {
  readonly words: readonly Word[];
  /** How much each word tells. */
  readonly weights: readonly number[];
  /** Loose keys of words that name regions. */
  readonly regionWords: ReadonlySet<string>;
  /** Rule texts of the regions named. */
  readonly documents: readonly string[];
  /** Ids of candidates, best first. */
  readonly order: readonly string[];
}

/** Looks whether the rule texts asked about have what is asked. `null`: they may, or no text is asked about. */
export type FindAbsence = (asked: AskedText) => Absence | null;

/** Share of the question's own words that must be missing from the text. */
const missingShare = 0.45;
/** First letters by which a derived word is the same (тіркеу, тіркелу). */
const start = 5;

/**
 * Over all rule texts. A nearest clause is always found, and was told: «the rules of Mangystau on pensions» got the
 * clause on features of migration. The text itself can prove that it does not say so: it has none of the words.
 */
export function createAbsence(
  documents: ReadonlyMap<string, RuleDocument>,
  subjects: ReadonlyMap<string, RuleSubject>,
  candidates: readonly Candidate[],
  analyse: AnalyseText,
  lists: RuleTextWords,
): FindAbsence {
  const begins = (...names: (keyof RuleTextWords)[]) => beginsLike(names.flatMap((name) => lists[name]));
  const says = begins('texts', 'beside_region', 'asking');
  const [text, rulesOnly, besideRegion] = [begins('texts'), begins('rules_only'), begins('beside_region')];

  // Few questions are about a rule text: its words are read when the first one is.
  const known = once(() => readTexts(documents, subjects, candidates, analyse));

  return ({ words, weights, regionWords, documents: named, order }) => {
    // A commission's decree is not «rules».
    const rules = named.filter(
      (id) => documents.get(id)?.parts.some(({ kind }) => kind === 'finding') === false,
    );
    const decree = rules.length < named.length;
    if (rules.length === 0 || !asksText(words, regionWords, decree)) return null;
    const weigh = (some: readonly Word[]): number =>
      some.reduce((sum, word) => sum + (weights[words.indexOf(word)] ?? 0), 0);
    const own = words.filter(({ loose }) => !regionWords.has(loose) && !isStopWord(loose) && !says(loose));
    const { texts, absent } = known();
    const missing = own.filter((word) => !rules.some((id) => has(texts.get(id), word)));
    // A word that nothing of ours has may be misspelt, and proves nothing.
    const telling = missing.filter((word) => word.unknown !== true);
    if (telling.length === 0 || weigh(missing) < missingShare * weigh(own)) return null;
    const speaking = absent.filter(({ words: own }) => telling.some((word) => has(own, word)));
    const best = speaking.sort((a, b) => place(order, a.subject.id) - place(order, b.subject.id))[0];
    return { documents: rules, subject: best?.subject ?? null };
  };

  /** Where a decree stands beside the rules, «маслихат» may mean either. */
  function asksText(words: readonly Word[], regionWords: ReadonlySet<string>, decree: boolean): boolean {
    return words.some(({ loose }, at) => {
      if (decree ? rulesOnly(loose) : text(loose)) return true;
      return (
        besideRegion(loose) && [-2, -1, 1, 2].some((step) => regionWords.has(words[at + step]?.loose ?? ''))
      );
    });
  }
}

/** The words of each rule text, by its id, and of the subjects that are in none of them. */
interface ReadTexts {
  readonly texts: ReadonlyMap<string, Bag>;
  readonly absent: readonly { readonly subject: RuleSubject; readonly words: Bag }[];
}

function readTexts(
  documents: ReadonlyMap<string, RuleDocument>,
  subjects: ReadonlyMap<string, RuleSubject>,
  candidates: readonly Candidate[],
  analyse: AnalyseText,
): ReadTexts {
  const all = candidates.flatMap((candidate) => {
    const subject = subjects.get(candidate.id);
    return subject === undefined ? [] : [{ subject, words: wordingsOf(candidate, analyse) }];
  });
  const absent = all
    .filter(({ subject }) => Object.keys(subject.clauses).length === 0)
    .map(({ subject, words }) => ({ subject, words: bag(words) }));
  const texts = new Map(
    [...documents.values()].map((document) => {
      const official = document.official_language === 'ru' ? 'ru' : 'kk';
      const other = official === 'ru' ? 'kk' : 'ru';
      const written = document.parts.flatMap((part) => [
        ...analyse(part.official, official),
        ...analyse(part.translation ?? '', other),
      ]);
      const spoken = all.flatMap(({ subject, words }) =>
        subject.clauses[document.id] === undefined ? [] : words,
      );
      return [document.id, bag([...written, ...spoken])] as const;
    }),
  );
  return { texts, absent };
}

function place(order: readonly string[], id: string): number {
  const at = order.indexOf(id);
  return at < 0 ? order.length : at;
}

interface Bag {
  readonly stems: ReadonlySet<string>;
  readonly starts: ReadonlySet<string>;
}

function bag(words: readonly Word[]): Bag {
  const distinct = [...new Set(words)];
  return {
    stems: new Set(distinct.flatMap((word) => word.stems)),
    starts: new Set(distinct.flatMap(({ loose }) => (loose.length >= start ? [loose.slice(0, start)] : []))),
  };
}

function has(known: Bag | undefined, word: Word): boolean {
  if (known === undefined) return false;
  if (word.stems.some((stem) => known.stems.has(stem))) return true;
  return word.loose.length >= start && known.starts.has(word.loose.slice(0, start));
}

function wordingsOf({ title, wordings }: Candidate, analyse: AnalyseText): Word[] {
  return (['kk', 'ru'] as const).flatMap((language) =>
    [title[language], ...wordings[language]].flatMap((text) => analyse(text, language)),
  );
}
