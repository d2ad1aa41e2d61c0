import type { FaqEntry } from '../../knowledge/schema/faq.ts';
import type { Route } from '../../knowledge/schema/route.ts';
import type { RuleDocument, RuleSubject } from '../../knowledge/schema/rules.ts';
import type { Hit, Ranking } from '../../search/search.ts';
import type { SubjectScope } from '../compose/subject.ts';
import { confidenceOf, evidenceOf } from '../confidence.ts';
import type { Decision } from '../decision.ts';
import type { DecisionPolicy } from '../policy.ts';
import type { Absence } from './absence.ts';
import type { NamedClause } from './named-clause.ts';
import type { ForeignCountry } from './other-country.ts';
import type { NamedRegion } from './scope.ts';
import { whoseQuestion } from './whose.ts';

/** What deciding looks things up in. */
export interface Deciding {
  readonly faq: ReadonlyMap<string, FaqEntry>;
  readonly subjects: ReadonlyMap<string, RuleSubject>;
  readonly routes: ReadonlyMap<string, Route>;
  readonly documents: ReadonlyMap<string, RuleDocument>;
  readonly policy: DecisionPolicy;
}

/** What was found out about the question. */
export interface Findings {
  readonly ranking: Ranking;
  /** A route whose phrase stands in the question. */
  readonly triggered: Route | null;
  /** What a foreign country is to the question. */
  readonly foreign: ForeignCountry;
  /** A personal number stands in the question. */
  readonly personal: boolean;
  /** A route whose subject words stand in the question. */
  readonly worded: Route | null;
  /** Which rule texts the named region leads to. */
  readonly scope: SubjectScope;
  /** A place name in the question that several regions share. */
  readonly ambiguousPlace: string | null;
  /** The region that is all the message says. */
  readonly place: NamedRegion | null;
  /** The clause that the question names by number, in a text that it names by region. */
  readonly clause: NamedClause | null;
  /** The rule texts asked about do not have what is asked. */
  readonly absence: Absence | null;
  /** Nothing to read: no letters or digits. */
  readonly empty: boolean;
}

/**
 * Chooses between answering, asking back, redirecting and saying that it is not known. Order matters: a threat to
 * life before everything, then what is refused, then how sure the search is.
 */
export function decide(findings: Findings, deciding: Deciding): Decision {
  const { faq, subjects, routes, policy } = deciding;
  const { triggered } = findings;
  const ranking = findings.foreign === 'beside' ? without(findings.ranking, otherCountry) : findings.ranking;
  if (findings.empty) return { type: 'empty', route: routes.get('small_talk.empty_emoji') };
  if (findings.place !== null) return { type: 'place', region: findings.place, confidence: 1 };
  const confidence = howSure(ranking, ranking.hits, policy);
  const ours = ranking.hits.filter((hit) => hit.candidate.kind !== 'route');
  const best = ranking.hits[0];

  if (triggered !== null && decidesAlone(triggered, best, confidence, policy)) {
    return { type: 'route', route: triggered, by: 'trigger', confidence: 1 };
  }
  if (findings.absence !== null && findings.clause === null) {
    return absentDecision(findings.absence, findings, ours, deciding);
  }
  const elsewhere = findings.foreign === 'asked' ? routes.get(otherCountry) : undefined;
  if (elsewhere !== undefined) return { type: 'route', route: elsewhere, by: 'words', confidence: 1 };
  const lookUp = findings.personal && nearest(ranking, personalFile) ? routes.get(personalFile) : undefined;
  if (lookUp !== undefined) return { type: 'route', route: lookUp, by: 'words', confidence: 1 };
  const likely = best?.candidate.kind === 'route' ? routes.get(best.candidate.id) : undefined;
  // To be taken for a forger wrongly is worse than to be told that nothing is known.
  const from = likely?.kind === 'refused' ? policy.refuse_from : policy.route_from;
  if (likely !== undefined && confidence >= from)
    return { type: 'route', route: likely, by: 'likeness', confidence };
  if (findings.clause !== null) return { type: 'clause', ...findings.clause, confidence: 1 };
  const sure = oursConfidence(ranking, ours, policy);
  const [top] = ours;
  // «Жәрдемақы» without a word of kandas is another office's: its words outweigh a likeness that lacks the subject.
  const lacking = top !== undefined && top.lacking.length > 0;
  const anyone = ranking.concepts.some((id) => policy.asker_concepts.includes(id));
  const { worded } = findings;
  const named = worded !== null && !(findings.foreign === 'beside' && worded.id === otherCountry);
  const rivals = !anyone && worded !== null && rivalOf(top, worded.id, ranking, policy);
  if (named && ((lacking && !anyone) || rivals || sure < policy.words_below)) {
    return { type: 'route', route: worded, by: 'words', confidence: 1 - sure };
  }
  const vague = vagueBelow(ranking.concepts.length === 0, lacking && !anyone, policy);
  if (top !== undefined && sure < vague && sure >= policy.clarify_from) {
    return { type: 'none', near: ours.slice(0, 3).map((hit) => hit.candidate), confidence: sure };
  }
  if (top === undefined || sure < policy.clarify_from) {
    return {
      type: 'none',
      near: sure >= policy.offer_from ? ours.slice(0, 3).map((hit) => hit.candidate) : [],
      confidence: sure,
    };
  }
  if (sure < policy.answer_from) {
    return {
      type: 'clarify',
      options: ours.slice(0, 4).map((hit) => hit.candidate),
      confidence: sure,
      reason: 'near_tie',
    };
  }
  const readings = whoseQuestion(ranking, ours, policy);
  if (readings !== null) return { type: 'clarify', options: readings, confidence: sure, reason: 'whose' };
  const others = ours.slice(1, 1 + policy.alternatives).map((hit) => hit.candidate);
  const reserved = (lacking || sure < policy.sure_from) && others.length > 0 ? { reserved: others } : {};
  const entry = faq.get(top.candidate.id);
  if (entry !== undefined) return { type: 'entry', entry, confidence: sure, ...reserved };
  const subject = subjects.get(top.candidate.id);
  if (subject !== undefined && findings.ambiguousPlace !== null) {
    return { type: 'clarify_place', place: findings.ambiguousPlace, subject, confidence: sure };
  }
  if (subject !== undefined)
    return { type: 'subject', subject, scope: findings.scope, confidence: sure, ...reserved };
  return { type: 'none', near: [], confidence: sure };
}

/** How sure an answer must be where the question speaks of nothing of ours, or of nobody the answer is for. */
function vagueBelow(nothing: boolean, nobody: boolean, policy: DecisionPolicy): number {
  return Math.max(nothing ? policy.vague_below.nothing : 0, nobody ? policy.vague_below.nobody : 0);
}

/** Whether a route is nearly as like the question as the best of ours: with a word of its subject there, it is meant. */
function rivalOf(top: Hit | undefined, id: string, ranking: Ranking, policy: DecisionPolicy): boolean {
  const rival = ranking.hits.find(({ candidate }) => candidate.id === id);
  return rival !== undefined && rival.score >= policy.words_near * (top?.score ?? 0);
}

/** Routes that what else is known about a question speaks for or against. */
const otherCountry = 'oos.other_country';
const personalFile = 'oos.personal_data';

/** A question with a personal number needs to resemble a look-up only so far. */
const nearestHits = 8;

function nearest(ranking: Ranking, id: string): boolean {
  return ranking.hits.slice(0, nearestHits).some((hit) => hit.candidate.id === id);
}

/** Whoever comes from Moscow or lives in Germany does not ask about them, though the words do. */
function without(ranking: Ranking, id: string): Ranking {
  return { ...ranking, hits: ranking.hits.filter((hit) => hit.candidate.id !== id) };
}

/** How sure it is that a text without any of the question's words does not say what is asked. */
const absentConfidence = 0.8;

function absentDecision(
  { documents, subject }: Absence,
  { scope }: Findings,
  ours: readonly Hit[],
  deciding: Deciding,
): Decision {
  if (subject !== null) {
    // Found by likeness too, it is sure; else what the words resemble more stands beside it.
    const reserved =
      ours[0]?.candidate.id === subject.id ? {} : { reserved: ours.slice(0, 2).map((hit) => hit.candidate) };
    return { type: 'subject', subject, scope, confidence: absentConfidence, ...reserved };
  }
  return {
    type: 'absent',
    documents: documents.flatMap((id) => deciding.documents.get(id) ?? []),
    near: ours
      .filter((hit) => hit.candidate.kind === 'faq')
      .slice(0, 2)
      .map((hit) => hit.candidate),
    confidence: absentConfidence,
  };
}

/** Refusals and crises decide at once; a subject that is merely not ours yields to a sure answer. */
function decidesAlone(
  route: Route,
  best: Hit | undefined,
  confidence: number,
  policy: DecisionPolicy,
): boolean {
  if (route.crisis || route.kind === 'refused' || route.kind === 'handoff') return true;
  return best === undefined || best.candidate.kind === 'route' || confidence < policy.trigger_yields_from;
}

/** Confidence in the best candidate of our own content, routes left out. */
function oursConfidence(ranking: Ranking, ours: readonly Hit[], policy: DecisionPolicy): number {
  return howSure(ranking, ours, policy);
}

/** Confidence in the first of the hits; a question that is its own wording word for word, and no other's, leaves little doubt. */
function howSure(ranking: Ranking, hits: readonly Hit[], policy: DecisionPolicy): number {
  const [first, ...others] = hits;
  const verbatim = first !== undefined && isVerbatim(first) && !others.some(isVerbatim);
  return Math.max(confidenceOf(evidenceOf(ranking, hits), policy.confidence), verbatim ? policy.verbatim : 0);
}

/** «внж», «да»: of a word or two other entries have something too, and likeness alone was taken for doubt. */
function isVerbatim({ features }: Hit): boolean {
  return Math.min(features.query_coverage, features.wording_coverage) > 0.999;
}
