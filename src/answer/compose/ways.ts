import { currentEdition } from '../../knowledge/editions.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { FaqEntry } from '../../knowledge/schema/faq.ts';
import type { Button } from '../../messages/reply.ts';
import type { Speaker } from '../../messages/speaker.ts';

/** Most related entries offered under an answer. */
const mostRelated = 3;

/** Ways on from an answer: its guide, the body to turn to, its papers as a checklist, related entries. */
export function waysOn(entry: FaqEntry, knowledge: Knowledge, speaker: Speaker, today: string): Button[][] {
  const first: Button[] = [];
  if (entry.guide !== undefined && knowledge.guides.has(entry.guide)) {
    first.push({ label: speaker.t('button.guide'), action: { do: 'guide', id: entry.guide } });
  }
  if (entry.body !== undefined && entry.kind !== 'contact') {
    first.push({ label: speaker.t('button.body'), action: { do: 'body', id: entry.body } });
  }
  const papers: Button[] = namesPapers(entry, today)
    ? [{ label: speaker.t('checklist.make'), action: { do: 'checklist', entry: entry.id } }]
    : [];
  const related = entry.related.slice(0, mostRelated).flatMap((id): Button[][] => {
    const other = knowledge.entries.get(id);
    if (other !== undefined) return [[{ label: speaker.say(other.title), action: { do: 'entry', id } }]];
    const subject = knowledge.subjects.get(id);
    return subject === undefined
      ? []
      : [[{ label: speaker.say(subject.title), action: { do: 'subject', id } }]];
  });
  return [first, papers, ...related];
}

function namesPapers(entry: FaqEntry, today: string): boolean {
  return currentEdition(entry, today)?.papers !== undefined;
}
