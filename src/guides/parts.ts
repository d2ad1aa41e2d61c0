import type { Knowledge } from '../knowledge/knowledge.ts';
import type { PlaceFinder } from '../knowledge/places/index.ts';
import type { Localized } from '../knowledge/schema/common.ts';
import type { EntryPart } from '../knowledge/schema/guide.ts';
import type { SourceRef } from '../knowledge/schema/source.ts';
import type { Block, Citation } from '../messages/reply.ts';
import type { Speaker } from '../messages/speaker.ts';

/** An entry as an outcome shows it: in the edition of today, with what is uncertain and its sources. */
export interface ShownEntry {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Papers of an entry: one line for each, and below them what is uncertain and the sources. */
export interface ShownPapers {
  readonly title: string;
  readonly items: readonly string[];
  readonly below: readonly Block[];
}

/** What outcomes are drawn from. Guides say nothing of their own that a source bears: everything comes through here. */
export interface GuideContent {
  readonly knowledge: Pick<Knowledge, 'regions' | 'countries' | 'figures' | 'guides' | 'calendar' | 'duties'>;
  readonly findPlaces: PlaceFinder;
  entry(id: string, show: readonly EntryPart[], speaker: Speaker, today: string): ShownEntry;
  papers(id: string, speaker: Speaker, today: string): ShownPapers;
  /** Title of an entry or subject, `null` when it is not in the content. */
  titleOf(id: string): { readonly kind: 'entry' | 'subject'; readonly title: Localized } | null;
  contact(
    id: string,
    where: { readonly region: string | null; readonly country: string | null },
    speaker: Speaker,
  ): readonly Block[];
  cite(reference: SourceRef, speaker: Speaker): Citation;
}
