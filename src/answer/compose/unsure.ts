import type { RuleSubject } from '../../knowledge/schema/rules.ts';
import { list, paragraph } from '../../messages/build.ts';
import type { Button } from '../../messages/reply.ts';
import type { Speaker } from '../../messages/speaker.ts';
import type { Candidate } from '../../search/candidate.ts';
import type { Draft } from '../draft.ts';
import type { NamedRegion } from '../steps/scope.ts';

/** Asks back: two to four near answers as buttons. */
export function composeClarify(options: readonly Candidate[], reason: string, speaker: Speaker): Draft {
  return {
    ...nothing(speaker.t('clarify.which')),
    kind: 'clarify',
    reason,
    blocks: [paragraph(speaker.t('clarify.which')), list(options.map((option) => speaker.say(option.title)))],
    buttons: options.map((option) => [candidateButton(option, speaker)]),
  };
}

/** Says that it is not known, who knows, and what is near. */
export function composeNone(near: readonly Candidate[], turn: number, speaker: Speaker): Draft {
  const first = speaker.t(turn % 2 === 0 ? 'no_answer.first' : 'no_answer.second');
  const blocks = [paragraph(first), paragraph(speaker.t('no_answer.who_knows'))];
  if (near.length > 0) {
    blocks.push(
      list(
        near.map((candidate) => speaker.say(candidate.title)),
        { title: speaker.t('no_answer.near').replace(/:$/u, '') },
      ),
    );
  }
  blocks.push(paragraph(speaker.t('no_answer.reword')));
  return {
    ...nothing(first),
    kind: 'no_answer',
    reason: near.length > 0 ? 'unsure' : 'no_match',
    blocks,
    buttons: [
      ...near.map((candidate) => [candidateButton(candidate, speaker)]),
      [
        { label: speaker.t('button.ask_human'), action: { do: 'human' } },
        { label: speaker.t('button.topics'), action: { do: 'topics' } },
      ],
    ],
  };
}

/** Asks which of several regions of one name is meant. */
export function composePlaces(
  place: string,
  regions: readonly NamedRegion[],
  subject: RuleSubject,
  speaker: Speaker,
): Draft {
  const question = speaker.t('clarify.place', { place });
  return {
    ...nothing(question),
    kind: 'clarify',
    reason: 'ambiguous_place',
    blocks: [paragraph(question)],
    buttons: regions.map(({ code, name }) => [
      { label: speaker.say(name), action: { do: 'region', code, subject: subject.id } },
    ]),
  };
}

/** A button that opens a candidate. */
export function candidateButton(
  candidate: Pick<Candidate, 'id' | 'kind' | 'title'>,
  speaker: Speaker,
): Button {
  const label = speaker.say(candidate.title);
  return candidate.kind === 'subject'
    ? { label, action: { do: 'subject', id: candidate.id } }
    : { label, action: { do: 'entry', id: candidate.id } };
}

function nothing(title: string): Omit<Draft, 'kind' | 'reason' | 'blocks' | 'buttons'> {
  return { entry: null, intents: [], title, sources: [], asOf: null };
}
