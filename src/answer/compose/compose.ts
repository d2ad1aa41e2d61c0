import { comingEdition, currentEdition, editionAt, pastEdition } from '../../knowledge/editions.ts';
import type { Comparison } from '../../knowledge/schema/comparison.ts';
import type { FaqEntry } from '../../knowledge/schema/faq.ts';
import type { RuleDocument } from '../../knowledge/schema/rules.ts';
import type { Source } from '../../knowledge/schema/source.ts';
import type { Block, Button } from '../../messages/reply.ts';
import type { Speaker } from '../../messages/speaker.ts';
import type { Decision } from '../decision.ts';
import type { Draft } from '../draft.ts';
import type { FoundPlaces } from '../pipeline.ts';
import { narrowScope } from '../steps/scope.ts';
import { composeAbsence } from './absence.ts';
import { composeClause } from './clause.ts';
import { comparisonBlocks, comparisonSources } from './comparison.ts';
import type { ContactCards } from './contact.ts';
import { composeEntry, type EditionChoice } from './entry.ts';
import { composePlace } from './place.ts';
import { withReservation } from './reservation.ts';
import { composeRoute } from './route.ts';
import { composeSubject } from './subject.ts';
import { composeClarify, composeNone, composePlaces } from './unsure.ts';

/** The moment and the reader a decision is put into words for. */
export interface Occasion {
  readonly speaker: Speaker;
  /** Chooses among several wordings; the same question gets the same one. */
  readonly turn: number;
  /** ISO date in Almaty. */
  readonly today: string;
  /** A date that the question names. */
  readonly asOf: string | null;
  /** ISO 3166-2 code of the region in question. */
  readonly region: string | null;
  /** ISO 3166-1 alpha-2 code of a country the question names. */
  readonly country: string | null;
  readonly places: FoundPlaces;
}

/** Puts a decision into words. */
export type Compose = (decision: Decision, occasion: Occasion) => Draft;

/** Content that composing draws on. */
export interface ComposeParts {
  readonly sources: ReadonlyMap<string, Source>;
  readonly documents: ReadonlyMap<string, RuleDocument>;
  /** Comparison tables of an entry. */
  readonly comparison: (entry: FaqEntry) => Comparison | undefined;
  /** The card of the body that is competent for a service in a region. */
  readonly contact: ContactCards;
  /** Cards of all bodies of a region. */
  readonly bodiesIn: (region: string, speaker: Speaker) => readonly Block[];
  /** Buttons to related entries, the guide and the body. */
  readonly ways: (entry: FaqEntry, speaker: Speaker, today: string) => readonly (readonly Button[])[];
}

/** Composing over one version of the content. */
export function createCompose(parts: ComposeParts): Compose {
  return (decision, occasion) => {
    const { speaker } = occasion;
    switch (decision.type) {
      case 'empty':
        return decision.route === undefined
          ? composeNone([], occasion.turn, speaker)
          : composeRoute(decision.route, occasion.turn, [], speaker);
      case 'route':
        return composeRoute(decision.route, occasion.turn, [], speaker);
      case 'clarify':
        return composeClarify(decision.options, decision.reason, speaker);
      case 'clarify_place':
        return composePlaces(
          decision.place,
          occasion.places.ambiguous?.regions ?? [],
          decision.subject,
          speaker,
        );
      case 'none':
        return composeNone(decision.near, occasion.turn, speaker);
      case 'place':
        return composePlace(decision.region, parts, speaker);
      case 'clause':
        return composeClause(decision.document, decision.part, decision.subjects, speaker);
      case 'absent':
        return composeAbsence(decision.documents, decision.near, speaker);
      case 'subject': {
        const known = new Set([
          ...Object.keys(decision.subject.clauses),
          ...Object.keys(decision.subject.absent),
        ]);
        const draft = composeSubject(
          decision.subject,
          narrowScope(decision.scope, known),
          parts.documents,
          speaker,
        );
        return withReservation({ ...draft, contextEntry: decision.subject.id }, decision.reserved, speaker);
      }
      case 'entry':
        return withReservation(entryDraft(decision.entry, occasion, parts), decision.reserved, speaker);
    }
  };
}

function entryDraft(entry: FaqEntry, occasion: Occasion, parts: ComposeParts): Draft {
  const { speaker } = occasion;
  const contact =
    entry.body !== undefined &&
    (entry.kind === 'contact' || occasion.region !== null || occasion.country !== null);
  const table = parts.comparison(entry);
  const extra = [
    ...comparisonBlocks(table, speaker),
    ...(contact && entry.body !== undefined
      ? parts.contact(entry.body, { ...occasion, nearOnly: entry.kind !== 'contact' }, speaker)
      : []),
  ];
  const choice = chooseEdition(entry, occasion.asOf, occasion.today);
  const draft = composeEntry(
    entry,
    choice,
    {
      sources: parts.sources,
      extra,
      references: comparisonSources(table),
      buttons: parts.ways(entry, speaker, occasion.today),
    },
    speaker,
  );
  return { ...draft, contextEntry: entry.id };
}

/** The edition to show: the one in force today, or on the day that the question names. */
export function chooseEdition(entry: FaqEntry, asOf: string | null, today: string): EditionChoice {
  if (asOf !== null && asOf !== today) {
    const named = editionAt(entry, asOf, today);
    if (named !== undefined && named.standing === 'past') return { edition: named.edition, tense: 'past' };
  }
  const coming = comingEdition(entry, today);
  const current = currentEdition(entry, today);
  if (current !== undefined) return { edition: current, tense: 'current', coming };
  const last = pastEdition(entry, today);
  if (last !== undefined) return { edition: last, tense: 'expired', coming };
  const [first] = entry.editions;
  if (first === undefined) throw new Error(`entry ${entry.id} has no edition`);
  return { edition: first, tense: 'current' };
}
