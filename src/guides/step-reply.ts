import { addDays } from '../knowledge/almaty-time.ts';
import type { Guide, GuideStep } from '../knowledge/schema/guide.ts';
import { otherCountry, unknownValue } from '../knowledge/schema/guide.ts';
import { heading, note, paragraph, reply } from '../messages/build.ts';
import type { Block, Button, GuideMove, Reply } from '../messages/reply.ts';
import type { Speaker } from '../messages/speaker.ts';
import type { GivenAnswer, GuidePosition } from './engine.ts';
import { answerLabel } from './labels.ts';
import type { GuideContent } from './parts.ts';
import { dateState } from './values.ts';

/** A question of a guide: which it is of how many, the question, its buttons and the ways back and out. */
export function stepReply(
  guide: Guide,
  position: Extract<GuidePosition, { type: 'step' }>,
  content: Pick<GuideContent, 'knowledge'>,
  speaker: Speaker,
  today: string,
  before?: string,
): Reply {
  const { step, number, of } = position;
  const progress = speaker.t('guide.step', { number, of });
  const blocks: Block[] = [
    ...(before === undefined ? [] : [note('info', before)]),
    heading(`${speaker.say(guide.title)} · ${progress}`),
    { type: 'paragraph', content: [{ type: 'strong', text: speaker.say(step.question) }] },
    ...(step.hint === undefined ? [] : [paragraph(speaker.say(step.hint))]),
  ];
  const earlier = number === 1 ? [] : [move(guide, 'back', 'button.back', speaker)];
  return reply(speaker.locale, blocks, [
    ...answerButtons(guide, step, content, speaker, today),
    [...earlier, move(guide, 'leave', 'button.leave', speaker)],
    ...(number > 2 ? [[move(guide, 'change', 'guide.change', speaker)]] : []),
  ]);
}

/** The answers given so far as buttons: the one pressed is asked again. */
export function changeReply(
  guide: Guide,
  given: readonly GivenAnswer[],
  content: Pick<GuideContent, 'knowledge'>,
  speaker: Speaker,
): Reply {
  return reply(
    speaker.locale,
    [heading(speaker.say(guide.title)), paragraph(speaker.t('guide.change_which'))],
    [
      ...given.map(({ step, value }): Button[] => [
        {
          label: `${speaker.say(step.name)}: ${answerLabel(step, value, content.knowledge, speaker)}`,
          action: { do: 'guide_change', guide: guide.id, step: step.id },
        },
      ]),
      [move(guide, 'over', 'button.start_over', speaker), move(guide, 'show', 'button.next', speaker)],
    ],
  );
}

/** A button that moves inside a guide without answering. */
export function move(guide: Guide, to: GuideMove, label: string, speaker: Speaker): Button {
  return { label: speaker.t(label), action: { do: 'guide_move', guide: guide.id, move: to } };
}

function answerButtons(
  guide: Guide,
  step: GuideStep,
  { knowledge }: Pick<GuideContent, 'knowledge'>,
  speaker: Speaker,
  today: string,
): Button[][] {
  const button = (value: string, label = answerLabel(step, value, knowledge, speaker)): Button => ({
    label,
    action: { do: 'guide_step', guide: guide.id, step: step.id, choice: value },
  });
  const unknown = 'optional' in step && step.optional ? [[button(unknownValue)]] : [];
  switch (step.kind) {
    case 'choice':
      return step.choices.map(({ id }) => [button(id)]);
    case 'region':
      return [...inPairs([...knowledge.regions.keys()].map((code) => button(code))), ...unknown];
    case 'country':
      return inPairs([...step.countries, otherCountry].map((code) => button(code)));
    case 'date': {
      const days = (['yesterday', 'today', 'tomorrow'] as const).flatMap((name, index) => {
        const date = addDays(today, index - 1);
        return dateState(step, date, today) === 'fits' ? [button(date, speaker.t(`guide.day.${name}`))] : [];
      });
      return [days, ...unknown];
    }
    case 'number': {
      const first = Array.from({ length: Math.min(8, step.max - step.min + 1) }, (_, index) =>
        button(String(step.min + index)),
      );
      return [first.slice(0, 4), first.slice(4), ...unknown];
    }
  }
}

function inPairs(buttons: readonly Button[]): Button[][] {
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_, index) =>
    buttons.slice(index * 2, index * 2 + 2),
  );
}
