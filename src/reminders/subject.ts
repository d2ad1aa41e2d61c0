import { createHash } from 'node:crypto';
import { chooseEdition } from '../answer/compose/compose.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Localized } from '../knowledge/schema/common.ts';
import type { Duty } from '../knowledge/schema/duty.ts';
import type { FaqEntry } from '../knowledge/schema/faq.ts';
import type { SourceRef } from '../knowledge/schema/source.ts';

/** What a reminder is about, in the content of now. */
export interface Subject {
  readonly title: Localized;
  /** What to do, and what happens after the last day. */
  readonly todo: Localized | null;
  readonly missed: Localized | null;
  readonly uncertain: Localized | null;
  readonly sources: readonly SourceRef[];
  /** Answer to read on; for a duty the entry that rests on the same facts. */
  readonly entry: string | null;
  /** Guide to go through again. */
  readonly guide: string | null;
  /** Changes when the rule does, not when its wording is mended. */
  readonly rule: string;
}

type Content = Pick<Knowledge, 'duties' | 'entries' | 'guides'>;

/** The duty or entry behind an id; `null` when the content has neither (any more). */
export function subjectOf(knowledge: Content, about: string, today: string): Subject | null {
  const duty = knowledge.duties.get(about);
  if (duty !== undefined) return dutySubject(knowledge, duty, today);
  const entry = knowledge.entries.get(about);
  return entry === undefined ? null : entrySubject(knowledge, entry, today);
}

function dutySubject(knowledge: Content, duty: Duty, today: string): Subject {
  const entry = nearestEntry(knowledge, duty, today);
  return {
    title: duty.title,
    todo: duty.do,
    missed: duty.missed,
    uncertain: duty.uncertain ?? null,
    sources: duty.sources,
    entry: entry?.id ?? null,
    guide: guideOf(knowledge, entry),
    rule: fingerprint([duty.clock, duty.applies, duty.fines]),
  };
}

function entrySubject(knowledge: Content, entry: FaqEntry, today: string): Subject {
  const { edition } = chooseEdition(entry, null, today);
  return {
    title: entry.title,
    todo: null,
    missed: null,
    uncertain: edition.uncertain ?? null,
    sources: edition.sources,
    entry: entry.id,
    guide: guideOf(knowledge, entry),
    rule: fingerprint([edition.valid_from ?? null, edition.facts]),
  };
}

/** The entry that shares most of a duty's facts. A fact of many duties (the fine of any overstay) tells little of one. */
function nearestEntry({ entries, duties }: Content, duty: Duty, today: string): FaqEntry | undefined {
  const weights = new Map(
    duty.facts.map((fact) => {
      const others = [...duties.values()].filter(({ facts }) => facts.includes(fact)).length;
      return [fact, 1 / Math.max(1, others)] as const;
    }),
  );
  let best: { entry: FaqEntry; shared: number } | undefined;
  for (const entry of entries.values()) {
    const { edition } = chooseEdition(entry, null, today);
    const shared = edition.facts.reduce((sum, fact) => sum + (weights.get(fact) ?? 0), 0);
    if (shared > (best?.shared ?? 0)) best = { entry, shared };
  }
  return best?.entry;
}

function guideOf({ guides }: Content, entry: FaqEntry | undefined): string | null {
  return entry?.guide !== undefined && guides.has(entry.guide) ? entry.guide : null;
}

function fingerprint(rule: unknown): string {
  return createHash('sha256').update(JSON.stringify(rule)).digest('hex').slice(0, 12);
}
