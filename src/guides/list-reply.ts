import type { Guide, GuideSuggestions } from '../knowledge/schema/guide.ts';
import { heading, list, paragraph, reply } from '../messages/build.ts';
import type { Reply } from '../messages/reply.ts';
import type { Speaker } from '../messages/speaker.ts';

/**
 * The guides to choose from, each with what it leads to.
 *
 * @param first a guide to put before the others: the one that fits what was talked about
 */
export function guidesReply(
  guides: ReadonlyMap<string, Guide>,
  suggestions: GuideSuggestions | null,
  speaker: Speaker,
  intro: 'choose' | 'vague',
  first?: string,
): Reply {
  const order = suggestions?.order ?? [...guides.keys()];
  const sorted = [...order].sort((a, b) => Number(b === first) - Number(a === first));
  const listed = sorted.flatMap((id) => guides.get(id) ?? []);
  if (listed.length === 0) return reply(speaker.locale, [paragraph(speaker.t('guide.none'))]);
  return reply(
    speaker.locale,
    [
      heading(speaker.t('guide.title')),
      paragraph(speaker.t(`guide.${intro}`)),
      list(listed.map(({ title, about }) => `${speaker.say(title)} — ${speaker.say(about)}`)),
    ],
    listed.map(({ id, title }) => [{ label: speaker.say(title), action: { do: 'guide', id } }]),
  );
}
