import type { Clock } from '../knowledge/almaty-time.ts';
import { today } from '../knowledge/almaty-time.ts';
import type { Localized } from '../knowledge/schema/common.ts';
import { note } from '../messages/build.ts';
import type { Block, Button } from '../messages/reply.ts';
import { createSpeaker, type Speaker, type SpeakerParts } from '../messages/speaker.ts';
import type { Ranking, Search } from '../search/search.ts';
import type { Question } from './answerer.ts';
import type { Compose } from './compose/compose.ts';
import { turnOf } from './compose/route.ts';
import type { Decision } from './decision.ts';
import type { Draft } from './draft.ts';
import { finish, remarks } from './finish.ts';
import type { Answer, Choice, ConversationContext } from './outcome.ts';
import type { DecisionPolicy } from './policy.ts';
import type { FindAbsence } from './steps/absence.ts';
import type { Aspects } from './steps/aspects.ts';
import { type Deciding, decide } from './steps/decide.ts';
import { followUp } from './steps/follow-up.ts';
import { namedClause } from './steps/named-clause.ts';
import type { Abroad } from './steps/other-country.ts';
import { type Reading, readQuestion } from './steps/read.ts';
import { roleWords } from './steps/roles.ts';
import type { Routing } from './steps/routing.ts';
import { type NamedRegion, scopeOf } from './steps/scope.ts';

/** Places a text names. */
export interface FoundPlaces {
  readonly regions: readonly NamedRegion[];
  /** ISO 3166-1 codes of countries named. */
  readonly countries: readonly string[];
  /** A name that several regions share; the person is asked which. */
  readonly ambiguous: { readonly place: string; readonly regions: readonly NamedRegion[] } | null;
  /** Loose keys of the words that name regions, and of those that name foreign countries. */
  readonly regionWords: ReadonlySet<string>;
  readonly countryWords: ReadonlySet<string>;
  /** The text is nothing but a place (and small words). */
  readonly onlyPlace: boolean;
}

export interface PipelineParts {
  readonly search: Search;
  readonly routing: Routing;
  readonly deciding: Deciding;
  readonly compose: Compose;
  readonly speaking: SpeakerParts;
  readonly findPlaces: (text: string) => FoundPlaces;
  readonly findAbsence: FindAbsence;
  readonly abroad: Abroad;
  readonly aspects: Aspects;
  readonly findDate: (text: string, today: string) => string | null;
  readonly hasPersonal: (text: string) => boolean;
  readonly maskPersonal: (text: string) => string;
  readonly documents: Parameters<typeof scopeOf>[1];
  /** Candidates near an entry: itself and, unless only the place changes, what it is related to. */
  readonly nearTo: (id: string, same: boolean) => readonly string[];
  /** Title of an entry or subject, to say what the conversation is about. */
  readonly titleOf: (id: string) => Localized | null;
  readonly choiceOf: (candidate: Ranking['hits'][number]['candidate'], speaker: Speaker) => Choice | null;
  readonly policy: DecisionPolicy;
  readonly clock: Clock;
}

/** Everything that was found out about one question, step by step: what `explain` prints. */
export interface Trace {
  readonly reading: Reading;
  readonly ranking: Ranking;
  readonly decision: Decision;
  readonly places: FoundPlaces;
  readonly followUp: boolean;
}

/**
 * The way from a question to an answer: read → places → route → search → decide → compose → finish. Each step is
 * a file of its own and takes what the steps before it found; none keeps state.
 */
export function runPipeline(question: Question, parts: PipelineParts): { answer: Answer; trace: Trace } {
  const started = parts.clock.now().getTime();
  const day = today(parts.clock);
  const reading = readQuestion(question.text, parts.policy.max_characters, question.locale);
  const speaker = createSpeaker(parts.speaking, reading.locale, day);
  const context = question.context ?? {};

  const places = parts.findPlaces(reading.normalised);
  const ownWords = parts.search.wordsOf(reading.normalised);
  const follow = followUp(
    reading.normalised,
    ownWords,
    question.context,
    {
      onlyPlace: places.onlyPlace,
      sideOf: parts.aspects.only(ownWords)
        ? parts.aspects.matterOf(parts.search.wordsOf(context.question ?? ''))
        : null,
    },
    parts.policy.follow_up.max_words,
  );
  const triggered = parts.routing.triggered(ownWords);
  const regions =
    places.regions.length > 0 ? places.regions : follow.isFollowUp ? regionOf(context, parts) : [];
  const scope = scopeOf(regions, parts.documents);
  const ranking = parts.search.rank({
    text: follow.text,
    ...(follow.isFollowUp && context.entry !== undefined
      ? { near: parts.nearTo(context.entry, places.onlyPlace) }
      : {}),
    without: roleWords(ownWords, places.countryWords),
    aboutPlace: regions.length > 0 ? parts.routing.regional : [],
  });
  const personal = parts.hasPersonal(reading.text);
  const decision = decide(
    {
      ranking,
      triggered,
      foreign: parts.abroad.country({
        words: ownWords,
        countries: places.countryWords,
        home: places.regions.length > 0,
      }),
      worded: parts.routing.worded(ownWords),
      scope,
      place: places.onlyPlace && !follow.isFollowUp ? (places.regions[0] ?? null) : null,
      clause: namedClause(reading.normalised, scope, parts.documents, parts.deciding.subjects),
      absence: parts.findAbsence({
        words: ranking.words,
        weights: ranking.weights,
        regionWords: places.regionWords,
        documents: scope.scope === 'documents' ? scope.documents : [],
        order: ranking.hits.map((hit) => hit.candidate.id),
      }),
      ambiguousPlace: places.ambiguous?.place ?? null,
      personal,
      empty: reading.words.every(isOneLetter),
    },
    parts.deciding,
  );
  const draft: Draft = parts.compose(decision, {
    speaker,
    turn: turnOf(reading.normalised),
    today: day,
    asOf: parts.findDate(reading.normalised, day),
    region: regions[0]?.code ?? context.region ?? null,
    country: parts.abroad.hasArrived(ownWords)
      ? null
      : (places.countries.find((code) => code !== 'KZ') ?? null),
    places,
  });
  const topic = follow.isFollowUp ? topicLine(context.entry, speaker, parts) : null;
  const before = [
    ...remarks(reading, { personal, unsure: draft.kind !== 'answer' }, speaker),
    ...(topic?.blocks ?? []),
  ];
  const { reply, text } = finish(draft, before, speaker, topic?.buttons);
  const answer: Answer = {
    text: question.text.length > reading.text.length ? reading.text : question.text,
    language: reading.language,
    script: reading.script,
    kind: draft.kind,
    reason: draft.reason,
    entry: draft.entry,
    intents: draft.intents,
    confidence: round(decision.type === 'empty' ? 1 : decision.confidence),
    title: draft.title,
    answer: text,
    sources: draft.sources,
    as_of: draft.asOf,
    choices: choices(ranking, draft, speaker, parts),
    took_ms: parts.clock.now().getTime() - started,
    reply,
    context: nextContext(
      draft,
      regions,
      follow.isFollowUp ? null : parts.maskPersonal(reading.normalised),
      context,
    ),
  };
  return { answer, trace: { reading, ranking, decision, places, followUp: follow.isFollowUp } };
}

/** «аааа», «x»: no word. Keys drop repeated letters, and «х» is also the end of «90-х» in a wording. */
function isOneLetter(word: string): boolean {
  return new Set(word.toLowerCase()).size === 1 && !/\p{N}/u.test(word);
}

/** What a follow-up was understood from, and the button that forgets it. */
function topicLine(
  entry: string | undefined,
  speaker: Speaker,
  parts: PipelineParts,
): { blocks: Block[]; buttons: Button[] } | null {
  const title = entry === undefined ? null : parts.titleOf(entry);
  if (title === null) return null;
  return {
    blocks: [note('info', speaker.t('answer.topic_line', { title: speaker.say(title) }))],
    buttons: [{ label: speaker.t('button.clear_context'), action: { do: 'clear_context' } }],
  };
}

function regionOf(context: ConversationContext, parts: PipelineParts): NamedRegion[] {
  if (context.region === undefined) return [];
  return parts.routing.regionName(context.region);
}

/**
 * Candidates named to the outside, the one answered first. Only as many as are shown are put into words: a ranking
 * holds hundreds, and each title would be brought into the reader's script.
 */
function choices(ranking: Ranking, draft: Draft, speaker: Speaker, parts: PipelineParts): Choice[] {
  const named = answered(ranking, draft, speaker, parts);
  for (const { candidate } of ranking.hits) {
    if (named.length >= parts.policy.choices) break;
    const choice = parts.choiceOf(candidate, speaker);
    if (choice !== null && !named.some(({ entry }) => entry === choice.entry)) named.push(choice);
  }
  return named;
}

/** What was answered, as the first choice. «There is no such rule» has no clause to name, but serves its intents. */
function answered(ranking: Ranking, draft: Draft, speaker: Speaker, parts: PipelineParts): Choice[] {
  const { entry, intents, title } = draft;
  if (entry !== null) return [{ entry, intents, title }];
  if (!intents.includes(absent)) return [];
  const hit = ranking.hits.find(({ candidate }) => candidate.id === draft.contextEntry);
  const choice = hit === undefined ? null : parts.choiceOf(hit.candidate, speaker);
  if (choice === null) return [{ entry: absent, intents, title }];
  return [{ ...choice, intents: [...new Set([...intents, ...choice.intents])] }];
}

/** The intent of asking for what a rule text does not have. */
const absent = 'rules.absent';

/**
 * An answer moves the conversation on; small talk and refusals leave it where it was. After a follow-up the
 * conversation is about the new entry's title, else about what was asked at first: joined questions would grow
 * until nothing new could be asked.
 */
function nextContext(
  draft: Draft,
  regions: readonly NamedRegion[],
  question: string | null,
  before: ConversationContext,
): ConversationContext {
  if (draft.contextEntry === undefined) return before;
  const region = regions[0]?.code ?? before.region;
  const moved = draft.contextEntry !== before.entry;
  return {
    entry: draft.contextEntry,
    question: (question ?? (moved ? draft.title : (before.question ?? draft.title))).slice(0, 300),
    ...(region === undefined ? {} : { region }),
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
