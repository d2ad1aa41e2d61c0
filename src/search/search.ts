import type { SynonymGroup } from '../knowledge/synonyms.ts';
import { scriptOfWord } from '../language/tokens.ts';
import { type AnalyseText, createQueryAnalysis } from './analyse-words.ts';
import type { AnalysisPolicy } from './analysis/policy.ts';
import { Vocabulary } from './analysis/vocabulary.ts';
import { createBayes } from './bayes.ts';
import type { Candidate } from './candidate.ts';
import { createComparison } from './comparison.ts';
import { type Concept, createConcepts } from './concepts.ts';
import { createDomain } from './domain.ts';
import { type Fillers, withoutFillers } from './fillers.ts';
import { type AskingWords, focusing } from './focus.ts';
import { invert } from './inverted.ts';
import { createLexicon } from './lexicon.ts';
import { type Nearness, nearnessOf, notNear, type Range } from './nearness.ts';
import type { RankingPolicy } from './policy.ts';
import { createPooled } from './pooled.ts';
import { createRecall } from './recall.ts';
import { createSynonyms } from './synonyms.ts';
import { weighWords } from './weights.ts';
import { analyseWordings, type Wording } from './wordings.ts';
import type { Word } from './words.ts';

/** What a search is told beside the question's text. */
export interface SearchQuery {
  readonly text: string;
  /** Candidates the conversation is about. */
  readonly near?: readonly string[];
  /** Loose keys of words that say nothing of what is asked here, though they may elsewhere. */
  readonly without?: ReadonlySet<string>;
  /** Candidates about a place that the question names. */
  readonly aboutPlace?: readonly string[];
}

/** How one candidate came by its score: shown by `explain`. */
export interface Features {
  readonly query_coverage: number;
  readonly wording_coverage: number;
  readonly votes: number;
  readonly bayes: number;
  readonly body: number;
  readonly pooled: number;
  readonly concepts: number;
  readonly complete: number;
  readonly context: number;
  readonly place: number;
  readonly authority: number;
}

export interface Hit {
  readonly candidate: Candidate;
  readonly score: number;
  readonly features: Features;
  /** The nearest wording. */
  readonly nearest: string;
  /** Concepts that nearly all its wordings speak of and the question does not. */
  readonly lacking: readonly string[];
}

/** Candidates for a question, best first. */
export interface Ranking {
  readonly hits: readonly Hit[];
  readonly words: readonly Word[];
  /** How much each of them tells. */
  readonly weights: readonly number[];
  /** Share of the question's words (by weight) that the index has ever seen. */
  readonly known: number;
  /** Concepts that the question speaks of. */
  readonly concepts: readonly string[];
  /** Evidence that the question is for our content at all; negative: for something else. */
  readonly domain: number;
}

export interface Search {
  rank(query: SearchQuery): Ranking;
  /** Words of a question with their keys, as `rank` compares them. */
  wordsOf(text: string): readonly Word[];
}

export interface SearchParts {
  readonly candidates: readonly Candidate[];
  readonly analyseText: AnalyseText;
  readonly synonyms: readonly SynonymGroup[];
  readonly fillers: Fillers;
  readonly asking: AskingWords;
  readonly concepts: readonly Concept[];
  readonly policy: RankingPolicy;
  /** Lengths of letter keys. */
  readonly letters: AnalysisPolicy;
}

const none: ReadonlySet<string> = new Set();
const nowhere: Range = { from: 0, to: 0 };

/**
 * Search over everything that can be an answer. One MiniSearch index (BM25 over typed keys, both languages)
 * recalls candidates; their wordings are then compared with the question word by word, and each candidate is scored by
 * its nearest wording, the votes of its others, its pooled words and its text.
 */
export function createSearch({
  candidates,
  analyseText,
  synonyms,
  fillers,
  asking,
  concepts,
  policy,
  letters,
}: SearchParts): Search {
  const wordings = analyseWordings(candidates, analyseText);
  const bodies = candidates.map(({ body }) =>
    (['kk', 'ru'] as const).map((language) => analyseText(body[language], language)),
  );
  const ranges = rangesByCandidate(candidates.length, wordings);
  const texts = ranges.map(({ from, to }) => wordings.slice(from, to).map(({ words }) => words));
  const lexicon = createLexicon(
    wordings.flatMap(({ words }) => words),
    policy.word,
  );
  const stems = invert(texts.map((own) => own.map((words) => distinctStems(words))));
  const weights = weighWords(stems, candidates.length, policy.word.unknown_idf);
  const compareWith = createComparison(wordings, lexicon, weights);
  const bayes = createBayes(texts, stems, policy.bayes, letters);
  const isRoute = (wording: Wording): boolean => candidates[wording.candidate]?.kind === 'route';
  const domain = createDomain(
    wordings.filter((wording) => !isRoute(wording)).map(({ words }) => words),
    wordings.filter(isRoute).map(({ words }) => words),
  );
  const readConcepts = createConcepts(concepts, texts, analyseText);
  const pool = createPooled(texts.map((own, at) => [...own, ...(bodies[at] ?? [])].flat()));
  const recall = createRecall(
    texts.map((own, at) => ({ wordings: own, body: bodies[at] ?? [] })),
    lexicon,
    policy,
    letters,
  );
  const readWords = createQueryAnalysis(countWords([...texts, ...bodies].flat()));
  const wordingTexts = wordings.map(({ text }) => text);
  const tellingWords = withoutFillers(fillers);
  const focus = focusing(asking, policy.focus);
  const addSynonyms = createSynonyms(synonyms, analyseText);

  return {
    wordsOf: readWords,
    rank({ text, near: context = [], aboutPlace = [], without = none }) {
      const queryWords = addSynonyms(
        focus(tellingWords(readWords(text)).filter(({ loose }) => !without.has(loose))),
      ).map(markUnknown);
      const asked = queryWords.map((word) => ({ word, alike: lexicon.alike(word) }));
      const recalled = recall(asked);
      const pooled = pool.score(queryWords, weights);
      const conceptual = readConcepts(queryWords);
      const believed = bayes.score(queryWords);
      const compare = compareWith(asked);
      const near = new Map(
        recalled.candidates.map((at) => [at, nearnessOf(ranges[at] ?? nowhere, compare, policy.score)]),
      );
      const found = new Set([...near.keys(), ...recalled.bodies.keys(), ...believed.keys()]);
      const hits = [...found]
        .flatMap((at) => {
          const candidate = candidates[at];
          return candidate === undefined ? [] : [hit(candidate, at, near.get(at) ?? notNear)];
        })
        .sort((a, b) => b.score - a.score || a.candidate.id.localeCompare(b.candidate.id));
      return {
        hits,
        words: queryWords,
        weights: queryWords.map((word) => weights.of(word)),
        known: knownShare(queryWords),
        concepts: conceptual.spoken,
        domain: domain.score(queryWords),
      };

      function hit(candidate: Candidate, at: number, { coverage, votes, wording }: Nearness): Hit {
        const lacking = conceptual.lacking(at);
        const features: Features = {
          query_coverage: coverage.query,
          wording_coverage: coverage.wording,
          votes,
          bayes: believed.get(at) ?? 0,
          body: recalled.bodies.get(at) ?? 0,
          pooled: pooled[at] ?? 0,
          concepts: conceptual.fit[at] ?? 0,
          complete: lacking.length === 0 ? 1 : 0,
          context: context.includes(candidate.id) ? 1 : 0,
          place: aboutPlace.includes(candidate.id) ? 1 : 0,
          authority: candidate.authority,
        };
        const score = (Object.keys(features) as (keyof Features)[]).reduce(
          (sum, name) => sum + policy.score[name] * features[name],
          0,
        );
        const nearest = wording === null ? '' : (wordingTexts[wording] ?? '');
        return { candidate, score, features, nearest, lacking };
      }
    },
  };

  function markUnknown(word: Word): Word {
    return lexicon.has(word) ? word : { ...word, unknown: true };
  }

  function knownShare(queryWords: readonly Word[]): number {
    let known = 0;
    let total = 0;
    for (const word of queryWords) {
      const weight = weights.of(word);
      total += weight;
      if (word.unknown !== true) known += weight;
    }
    return total === 0 ? 0 : known / total;
  }
}

/** Where the wordings of each candidate stand: they come candidate by candidate. */
function rangesByCandidate(candidates: number, wordings: readonly Wording[]): Range[] {
  const ranges: Range[] = Array.from({ length: candidates }, () => nowhere);
  for (const [at, { candidate }] of wordings.entries()) {
    const range = ranges[candidate];
    if (range === undefined) continue;
    ranges[candidate] = { from: range.to === 0 ? at : range.from, to: at + 1 };
  }
  return ranges;
}

/** Once a text: a wording that repeats a word says it no louder. */
function distinctStems(words: readonly Word[]): string[] {
  return [...new Set(words.flatMap((word) => word.stems))];
}

/** The Cyrillic words of the texts, each as often as it stands there. */
function countWords(texts: readonly (readonly Word[])[]): Vocabulary {
  const times = new Map<Word, number>();
  for (const words of texts) for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  const vocabulary = new Vocabulary();
  for (const [{ surface }, count] of times) {
    if (scriptOfWord(surface) === 'cyrl') vocabulary.count(surface, count);
  }
  return vocabulary;
}
