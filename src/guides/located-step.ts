import type { Guide } from '../knowledge/schema/guide.ts';
import { reply } from '../messages/build.ts';
import type { Button, Reply } from '../messages/reply.ts';
import type { Speaker } from '../messages/speaker.ts';
import type { GuidePosition } from './engine.ts';
import { answerLabel } from './labels.ts';
import type { GuideContent } from './parts.ts';
import { stepReply } from './step-reply.ts';

/**
 * A question for the region after a shared location that does not settle it: the regions it may lie in stand first, and
 * the person says which.
 *
 * @param regions codes, the likeliest first; none: the place is not in Kazakhstan
 */
export function locatedStepReply(
  guide: Guide,
  position: Extract<GuidePosition, { type: 'step' }>,
  regions: readonly string[],
  content: Pick<GuideContent, 'knowledge'>,
  speaker: Speaker,
  today: string,
): Reply {
  const { step } = position;
  const known = regions.filter((code) => content.knowledge.regions.has(code));
  const why = speaker.t(known.length === 0 ? 'located.abroad' : 'located.between');
  const asked = stepReply(guide, position, content, speaker, today, why);
  const likely = known.map((code): Button[] => [
    {
      label: answerLabel(step, code, content.knowledge, speaker),
      action: { do: 'guide_step', guide: guide.id, step: step.id, choice: code },
    },
  ]);
  return reply(speaker.locale, asked.blocks, [...likely, ...asked.buttons]);
}
