import { note } from '../../messages/build.ts';
import type { Speaker } from '../../messages/speaker.ts';
import type { Reserved } from '../decision.ts';
import type { Draft } from '../draft.ts';
import { candidateButton } from './unsure.ts';

/**
 * An answer to what the question most likely means, told as such: how it was understood comes first, and the other
 * readings stand as buttons. A wrong answer told with certainty costs a person a fine; one told as a reading does not.
 */
export function withReservation(draft: Draft, reserved: Reserved | undefined, speaker: Speaker): Draft {
  if (reserved === undefined) return draft;
  return {
    ...draft,
    kind: draft.kind === 'answer' ? 'partial' : draft.kind,
    reason: `${draft.reason}.reserved`,
    blocks: [note('uncertain', speaker.t('answer.understood_as', { title: draft.title })), ...draft.blocks],
    buttons: [...reserved.map((candidate) => [candidateButton(candidate, speaker)]), ...draft.buttons],
  };
}
