import type { FaqFile } from '../../knowledge/schema/faq.ts';
import type { RuleDocument, RuleSubject } from '../../knowledge/schema/rules.ts';
import { heading, paragraph, reply } from '../../messages/build.ts';
import type { Button, Reply } from '../../messages/reply.ts';
import type { Speaker } from '../../messages/speaker.ts';

/** A topic with the entries it lists. */
export interface Topic {
  readonly id: string;
  readonly title: FaqFile['title'];
  readonly entries: readonly { readonly id: string; readonly title: FaqFile['title'] }[];
}

/** Entries shown at once: more buttons than a phone's screen holds are not read. */
const pageSize = 12;

/** The first menu: topics of questions, then the rule texts. */
export function topicsReply(
  topics: readonly Topic[],
  documents: Iterable<RuleDocument>,
  subjects: readonly RuleSubject[],
  speaker: Speaker,
): Reply {
  const ofTopics: Button[][] = topics.map((topic) => [
    { label: speaker.say(topic.title), action: { do: 'topic', id: topic.id } },
  ]);
  const ofDocuments: Button[][] = [...documents].map((document) => [
    { label: speaker.say(document.short_title), action: { do: 'document', id: document.id } },
  ]);
  const ofSubjects: Button[][] =
    subjects.length === 0
      ? []
      : [[{ label: speaker.t('topics.rules'), action: { do: 'topic', id: 'rules' } }]];
  return reply(
    speaker.locale,
    [heading(speaker.t('topics.title')), paragraph(speaker.t('topics.choose'))],
    [...ofTopics, ...ofSubjects, ...ofDocuments],
  );
}

/** The questions of one topic; `page` from 0. */
export function topicReply(topic: Topic, page: number, kind: 'entry' | 'subject', speaker: Speaker): Reply {
  const pages = Math.max(1, Math.ceil(topic.entries.length / pageSize));
  const shown = topic.entries.slice(page * pageSize, (page + 1) * pageSize);
  const turn: Button[] = [];
  if (page > 0)
    turn.push({ label: speaker.t('button.back'), action: { do: 'topic', id: topic.id, page: page - 1 } });
  if (page + 1 < pages) {
    turn.push({ label: speaker.t('button.next'), action: { do: 'topic', id: topic.id, page: page + 1 } });
  }
  const where = pages > 1 ? [paragraph(speaker.t('topics.page', { page: page + 1, pages }))] : [];
  return reply(
    speaker.locale,
    [heading(speaker.say(topic.title)), ...where],
    [
      ...shown.map((entry): Button[] => [
        { label: speaker.say(entry.title), action: { do: kind, id: entry.id } },
      ]),
      turn,
      [{ label: speaker.t('button.topics'), action: { do: 'topics' } }],
    ],
  );
}
