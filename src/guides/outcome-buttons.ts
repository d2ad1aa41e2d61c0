import type { GuideSection } from '../knowledge/schema/guide.ts';
import type { Button } from '../messages/reply.ts';
import type { Speaker } from '../messages/speaker.ts';
import type { GuideContent } from './parts.ts';

/** What can be kept of an outcome: each list of papers as a checklist to tick. */
export function outcomeButtons(
  sections: readonly GuideSection[],
  content: Pick<GuideContent, 'papers'>,
  speaker: Speaker,
  today: string,
): Button[][] {
  const lists = sections.filter((section) => section.kind === 'checklist');
  return lists.flatMap(({ entry }): Button[][] => {
    const { title, items } = content.papers(entry, speaker, today);
    if (items.length === 0) return [];
    // One list needs no name; of several each says which it is.
    const label =
      lists.length === 1 ? speaker.t('checklist.make') : speaker.t('checklist.make_named', { title });
    return [[{ label, action: { do: 'checklist', entry } }]];
  });
}
