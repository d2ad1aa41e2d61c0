import type { Clock } from '../knowledge/almaty-time.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { synonymGroups } from '../knowledge/synonyms.ts';
import type { Speaker, SpeakerParts } from '../messages/speaker.ts';
import { createTextAnalysis } from '../search/analyse-words.ts';
import { readAnalysisPolicy, stemKey } from '../search/analysis/index.ts';
import type { Candidate } from '../search/candidate.ts';
import { candidatesOf, subjectIntents } from '../search/candidates.ts';
import { createSearch } from '../search/search.ts';
import type { Answerer } from './answerer.ts';
import { createCompose } from './compose/compose.ts';
import { contactCards, regionCards } from './compose/contact.ts';
import { firstEntry } from './compose/subject.ts';
import { waysOn } from './compose/ways.ts';
import type { Choice } from './outcome.ts';
import { type FoundPlaces, type PipelineParts, runPipeline, type Trace } from './pipeline.ts';
import type { AnswerSettings } from './settings.ts';
import { createShow } from './show.ts';
import { createAbsence } from './steps/absence.ts';
import { createAspects } from './steps/aspects.ts';
import { createAbroad } from './steps/other-country.ts';
import { createRouting } from './steps/routing.ts';
import { type NamedRegion, namedRegion } from './steps/scope.ts';

/** What the answerer takes from outside. */
export interface AnswererParts {
  readonly knowledge: Knowledge;
  readonly settings: AnswerSettings;
  readonly speaking: SpeakerParts;
  readonly clock: Clock;
  readonly findPlaces: (text: string) => FoundPlaces;
  readonly findDate: (text: string, today: string) => string | null;
  readonly hasPersonal: (text: string) => boolean;
  readonly maskPersonal: (text: string) => string;
}

/** The answerer, and a look inside for `explain`. */
export interface Explainable extends Answerer {
  explain(text: string): Trace;
}

/** Builds search, routing and composing over one version of the content. */
export function createAnswerer(parts: AnswererParts): Explainable {
  const { knowledge, settings } = parts;
  const candidates = candidatesOf(
    {
      faq: knowledge.entries.values(),
      subjects: knowledge.subjects.values(),
      documents: knowledge.documents,
      sources: knowledge.sources,
      routes: knowledge.routes.values(),
      wordings: settings.wordings,
    },
    settings.ranking.authority,
  );
  const analyseText = createTextAnalysis();
  const search = createSearch({
    candidates,
    analyseText,
    synonyms: synonymGroups(knowledge.terms.values()),
    fillers: settings.fillers,
    asking: settings.asking,
    concepts: settings.concepts,
    policy: settings.ranking,
    letters: readAnalysisPolicy(),
  });
  const regionName = (code: string): NamedRegion[] => namedRegion(code, knowledge.regions);
  const contact = contactCards(knowledge);
  const compose = createCompose({
    sources: knowledge.sources,
    documents: knowledge.documents,
    comparison: (entry) => knowledge.comparisons.get(entry.comparison ?? ''),
    contact,
    bodiesIn: regionCards(knowledge),
    ways: (entry, speaker, today) => waysOn(entry, knowledge, speaker, today),
  });
  const pipeline: PipelineParts = {
    search,
    routing: createRouting(
      [...knowledge.routes.values()],
      stemKey,
      [...knowledge.subjects.keys()],
      regionName,
    ),
    deciding: {
      faq: knowledge.entries,
      subjects: knowledge.subjects,
      routes: knowledge.routes,
      documents: knowledge.documents,
      policy: settings.decision,
    },
    compose,
    speaking: parts.speaking,
    findPlaces: parts.findPlaces,
    findAbsence: createAbsence(
      knowledge.documents,
      knowledge.subjects,
      candidates,
      analyseText,
      settings.ruleText,
    ),
    abroad: createAbroad(settings.abroad),
    aspects: createAspects(settings.aspects, settings.fillers),
    findDate: parts.findDate,
    hasPersonal: parts.hasPersonal,
    maskPersonal: parts.maskPersonal,
    documents: knowledge.documents,
    nearTo: (id, same) =>
      same ? [id] : (knowledge.entries.get(id)?.related ?? knowledge.subjects.get(id)?.related ?? []),
    titleOf: (id) => knowledge.entries.get(id)?.title ?? knowledge.subjects.get(id)?.title ?? null,
    choiceOf: (candidate, speaker) => choiceOf(candidate, knowledge, speaker),
    policy: settings.decision,
    clock: parts.clock,
  };
  return {
    version: knowledge.version,
    ask: (question) => runPipeline(question, pipeline).answer,
    explain: (text) => runPipeline({ text }, pipeline).trace,
    show: createShow({
      faq: knowledge.entries,
      subjects: knowledge.subjects,
      documents: knowledge.documents,
      topics: [...knowledge.topics.values()].map(({ id, title, entries }) => ({
        id,
        title,
        entries: entries.flatMap((entry) => knowledge.entries.get(entry) ?? []),
      })),
      compose,
      speaking: parts.speaking,
      regionName,
      body: contact,
      clock: parts.clock,
    }),
  };
}

/** A candidate as named to the outside; routes are no choice. */
function choiceOf(candidate: Candidate, knowledge: Knowledge, speaker: Speaker): Choice | null {
  const title = speaker.say(candidate.title);
  const entry = knowledge.entries.get(candidate.id);
  if (entry !== undefined) return { entry: entry.id, intents: entry.intents, title };
  const subject = knowledge.subjects.get(candidate.id);
  if (subject === undefined) return null;
  // What no rule text has has no clause: it goes by the subject's own id.
  return { entry: firstEntry(subject) ?? subject.id, intents: subjectIntents(subject), title };
}
