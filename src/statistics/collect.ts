import type { OutcomeKind } from '../answer/outcome.ts';
import { type Locale, localeFor } from '../language/locale.ts';
import type { DeskCounts } from '../store/ports/desk.ts';
import type { GuideCount } from '../store/ports/guide-counts.ts';
import type { PeopleCounts } from '../store/ports/statistics.ts';
import type { Store } from '../store/ports/store.ts';
import type { Period, Span } from './period.ts';
import { spanOf } from './period.ts';

/** A count under a name, most first. */
export interface Named<T extends string = string> {
  readonly name: T;
  readonly count: number;
}

/** Everything `/stats` says, as counted: what is too small to show is hidden when it is shown. */
export interface Figures {
  readonly period: Period;
  readonly span: Span;
  readonly questions: number;
  readonly kinds: readonly Named<OutcomeKind>[];
  /** Language and script questions were written in. */
  readonly locales: readonly Named<Locale>[];
  /** Questions answered, of those that asked for something we could know. */
  readonly answered: Share;
  readonly helpful: Share;
  /** By topic id; `rules` for clauses of rule texts. */
  readonly topics: readonly Named[];
  readonly timeline: readonly { readonly answered: number; readonly other: number }[];
  readonly guides: readonly GuideCount[];
  readonly people: PeopleCounts;
  readonly desk: DeskCounts;
}

/** A part of a whole. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

const answered: ReadonlySet<OutcomeKind> = new Set(['answer', 'partial', 'contact']);
/** Not questions that an answer could be given to. */
const beside: ReadonlySet<OutcomeKind> = new Set(['small_talk', 'refused', 'handoff']);

/**
 * Counts a period.
 * @param topicOf the topic of an entry; `null` for what is in no topic any more
 */
export async function collectFigures(
  store: Pick<Store, 'statistics' | 'guideCounts' | 'desk'>,
  period: Period,
  now: Date,
  topicOf: (entry: string) => string | null,
): Promise<Figures> {
  const span = spanOf(period, now);
  const { since, until } = span;
  const kinds = await store.statistics.kinds(since, until);
  const entries = await store.statistics.entries(since, until);
  const pieces = new Map(
    (await store.statistics.timeline(since, until, span.pieceMs)).map((one) => [one.piece, one]),
  );
  const sum = (fits: (kind: OutcomeKind) => boolean) =>
    kinds.filter(({ kind }) => fits(kind)).reduce((all, { count }) => all + count, 0);
  const helpful = kinds.reduce((all, one) => all + one.helpful, 0);
  return {
    period,
    span,
    questions: sum(() => true),
    kinds: tally(kinds.map(({ kind, count }) => ({ name: kind, count }))),
    locales: tally(
      kinds.map(({ language, script, count }) => ({ name: localeFor(language, script), count })),
    ),
    answered: { part: sum((kind) => answered.has(kind)), of: sum((kind) => !beside.has(kind)) },
    helpful: { part: helpful, of: helpful + kinds.reduce((all, one) => all + one.unhelpful, 0) },
    topics: tally(
      entries.flatMap(({ entry, count }) => {
        const topic = topicOf(entry);
        return topic === null ? [] : [{ name: topic, count }];
      }),
    ),
    timeline: span.pieces.map((_, piece) => ({
      answered: pieces.get(piece)?.answered ?? 0,
      other: pieces.get(piece)?.other ?? 0,
    })),
    guides: await store.guideCounts.between(...span.days),
    people: await store.statistics.people(since, until),
    desk: await store.desk.counts(since, until),
  };
}

/** Counts of one name added up, most first. */
function tally<T extends string>(counts: readonly Named<T>[]): Named<T>[] {
  const sums = new Map<T, number>();
  for (const { name, count } of counts) sums.set(name, (sums.get(name) ?? 0) + count);
  return [...sums]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
