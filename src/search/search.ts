import type { SynonymGroup } from '../knowledge/synonyms.ts';
import { scriptOfWord } from '../language/tokens.ts';
import { type AnalyseText, createQueryAnalysis } from './analyse-words.ts';
import type { AnalysisPolicy } from './analysis/policy.ts';
import { Vocabulary } from './analysis/vocabulary.ts';
import { createBayes } from './bayes.ts';
import type { Candidate } from './candidate.ts';
import { type Concept, createConcepts } from './concepts.ts';
import { createDomain } from './domain.ts';
import { type Fillers, withoutFillers } from './fillers.ts';
import { type AskingWords, focusing } from './focus.ts';
import { invert } from './inverted.ts';
import type { RankingPolicy } from './policy.ts';
import { createPooled } from './pooled.ts';
import { createRecall } from './recall.ts';
import { createSynonyms } from './synonyms.ts';
import { analyseWordings, comparison, type Wording, weighWords } from './wordings.ts';
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

/**
 * Search over everything that can be an answer. One MiniSearch index (BM25 over typed keys, both languages)
 * recalls wordings and answer texts; the recalled wordings are then compared with the question word by word, and
 * each candidate is scored by its nearest wording, the votes of its others, its pooled words and its text.
 * Wordings are indexed one by one: joined into one document, an entry with many wordings lost to
 * one with few by BM25's length normalisation.
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
  const bodies = candidates.flatMap((candidate, at) =>
    (['kk', 'ru'] as const).map((language) => ({
      candidate: at,
      words: analyseText(candidate.body[language], language),
    })),
  );
  const texts = textsByCandidate(candidates.length, wordings);
  const stems = invert(texts.map((own) => own.map((words) => distinctStems(words))));
  const indexed = wordings.flatMap(({ words }) => words);
  const weights = weighWords(stems, candidates.length, policy.word.unknown_idf, indexed);
  const bayes = createBayes(stems);
  const isRoute = (wording: Wording): boolean => candidates[wording.candidate]?.kind === 'route';
  const domain = createDomain(
    wordings.filter((wording) => !isRoute(wording)).map(({ words }) => words),
    wordings.filter(isRoute).map(({ words }) => words),
  );
  const readConcepts = createConcepts(concepts, texts, analyseText);
  const inBodies = textsByCandidate(candidates.length, bodies);
  const pool = createPooled(texts.map((own, at) => [...own, ...(inBodies[at] ?? [])].flat()));
  const recall = createRecall(wordings, bodies, policy, letters);
  const vocabulary = countWords([...wordings, ...bodies].map(({ words }) => words));
  const readWords = createQueryAnalysis(vocabulary);
  const tellingWords = withoutFillers(fillers);
  const focus = focusing(asking, policy.focus);
  const addSynonyms = createSynonyms(synonyms, analyseText);
  const inWordings = new Set(
    wordings.flatMap((wording) => wording.words.flatMap((word) => [word.loose, ...word.stems])),
  );

  return {
    wordsOf: readWords,
    rank({ text, near = [], aboutPlace = [], without = none }) {
      const queryWords = addSynonyms(
        focus(tellingWords(readWords(text)).filter(({ loose }) => !without.has(loose))),
      ).map(markUnknown);
      const recalled = recall(queryWords);
      const pooled = pool.score(queryWords, weights);
      const conceptual = readConcepts(queryWords);
      const believed = bayes.score(
        queryWords.flatMap(({ stems, emphasis = 1 }) => stems.map((stem) => [stem, emphasis] as const)),
      );
      const compare = comparison(queryWords, weights, policy.word);
      const scores = new Map<number, Scores>();
      for (const wording of recalled.wordings) {
        const coverage = compare(wording.words);
        const match =
          policy.score.query_coverage * coverage.query + policy.score.wording_coverage * coverage.wording;
        addWording(scores, wording, match, coverage);
      }
      for (const [candidate, strength] of recalled.bodies) scoresOf(scores, candidate).body = strength;
      for (const candidate of believed.keys()) scoresOf(scores, candidate);
      const hits = [...scores]
        .flatMap(([at, found]) => {
          const candidate = candidates[at];
          return candidate === undefined ? [] : [hit(candidate, at, found)];
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

      function hit(candidate: Candidate, at: number, found: Scores): Hit {
        const lacking = conceptual.lacking(at);
        const features: Features = {
          query_coverage: found.coverage.query,
          wording_coverage: found.coverage.wording,
          votes: votes(found.matches),
          bayes: believed.get(at) ?? 0,
          body: found.body,
          pooled: pooled[at] ?? 0,
          concepts: conceptual.fit[at] ?? 0,
          complete: lacking.length === 0 ? 1 : 0,
          context: near.includes(candidate.id) ? 1 : 0,
          place: aboutPlace.includes(candidate.id) ? 1 : 0,
          authority: candidate.authority,
        };
        const score = (Object.keys(features) as (keyof Features)[]).reduce(
          (sum, name) => sum + policy.score[name] * features[name],
          0,
        );
        return { candidate, score, features, nearest: found.nearest, lacking };
      }
    },
  };

  function markUnknown(word: Word): Word {
    return isKnown(word) ? word : { ...word, unknown: true };
  }

  function isKnown(word: Word): boolean {
    return inWordings.has(word.loose) || word.stems.some((stem) => inWordings.has(stem));
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

/** The words of the texts of each candidate. */
function textsByCandidate(
  candidates: number,
  texts: readonly { readonly candidate: number; readonly words: readonly Word[] }[],
): (readonly Word[])[][] {
  const grouped: (readonly Word[])[][] = Array.from({ length: candidates }, () => []);
  for (const { candidate, words } of texts) grouped[candidate]?.push(words);
  return grouped;
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

interface Scores {
  match: number;
  coverage: { query: number; wording: number };
  matches: number[];
  body: number;
  nearest: string;
}

function scoresOf(scores: Map<number, Scores>, candidate: number): Scores {
  const known = scores.get(candidate);
  if (known !== undefined) return known;
  const fresh: Scores = { match: 0, coverage: { query: 0, wording: 0 }, matches: [], body: 0, nearest: '' };
  scores.set(candidate, fresh);
  return fresh;
}

function addWording(
  scores: Map<number, Scores>,
  wording: Wording,
  match: number,
  coverage: { query: number; wording: number },
): void {
  const found = scoresOf(scores, wording.candidate);
  found.matches.push(match);
  if (match > found.match) {
    found.match = match;
    found.coverage = coverage;
    found.nearest = wording.text;
  }
}

/** Votes of a candidate's further wordings: the mean of its second to fourth nearest. */
function votes(matches: readonly number[]): number {
  const further = [...matches].sort((a, b) => b - a).slice(1, 4);
  return further.length === 0 ? 0 : further.reduce((sum, match) => sum + match, 0) / 3;
}
