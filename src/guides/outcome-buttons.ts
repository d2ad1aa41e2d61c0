import type { DutyLine } from '../duties/compute.ts';
import type { Answers } from '../knowledge/guides/conditions.ts';
import type { GuideSection } from '../knowledge/schema/guide.ts';
import type { Button } from '../messages/reply.ts';
import type { Speaker } from '../messages/speaker.ts';
import { linesOf } from './duty-blocks.ts';
import type { GuideContent } from './parts.ts';

/** What can be kept of an outcome: each last day as a reminder, each list of papers as a checklist to tick. */
export function outcomeButtons(
  sections: readonly GuideSection[],
  answers: Answers,
  content: Pick<GuideContent, 'papers' | 'knowledge'>,
  speaker: Speaker,
  today: string,
): Button[][] {
  const lists = sections.filter((section) => section.kind === 'checklist');
  const papers = lists.flatMap(({ entry }): Button[][] => {
    const { title, items } = content.papers(entry, speaker, today);
    if (items.length === 0) return [];
    // One list needs no name; of several each says which it is.
    const label =
      lists.length === 1 ? speaker.t('checklist.make') : speaker.t('checklist.make_named', { title });
    return [[{ label, action: { do: 'checklist', entry } }]];
  });
  const lines = sections
    .filter((section) => section.kind === 'duties')
    .flatMap((section) => linesOf(section, answers, content, today))
    .filter(({ daysLeft }) => daysLeft > 0);
  const days = onceEach(lines).map(({ duty, lastDay }): Button[] => [
    {
      label: speaker.t('reminder.button', { title: speaker.say(duty.title) }),
      action: { do: 'remind', about: duty.id, day: lastDay },
    },
  ]);
  return [...days, ...papers];
}

/** Two sections may speak of one duty; it is reminded of once. */
function onceEach(lines: readonly DutyLine[]): DutyLine[] {
  return [...new Map(lines.map((line) => [`${line.duty.id} ${line.lastDay}`, line])).values()];
}
