import type { PersonRef, Turn } from '../conversation/conversation.ts';
import { describeFailure, failureOf } from './failure.ts';
import type { FeatureParts } from './parts.ts';
import { renderReply } from './render/render.ts';

/** Where a turn is shown. */
export interface Place {
  readonly chat: number;
  readonly person: PersonRef;
  /** The message whose button was pressed, where it can still be changed. */
  readonly pressed?: number;
}

/** Shows a turn's replies. A person who cannot be reached is remembered as such, and that is all. */
export async function show(turn: Turn, place: Place, parts: FeatureParts): Promise<void> {
  const messages = turn.replies.flatMap((reply) => renderReply(reply, parts.texts));
  try {
    if (turn.replace && place.pressed !== undefined && messages.length > 0) {
      await parts.sender.replace(place.chat, place.pressed, messages);
    } else {
      await parts.sender.send(place.chat, messages);
    }
    parts.onTurn?.(turn);
  } catch (error) {
    if (failureOf(error) !== 'unreachable') throw error;
    parts.logger.info({ reason: describeFailure(error) }, 'a person cannot be reached');
    await markBlocked(place.person, parts);
  }
}

/** Remembers that a person blocked the bot, so that nothing is sent to them until they come back. */
export async function markBlocked(person: PersonRef, parts: Pick<FeatureParts, 'people'>): Promise<void> {
  const known = await parts.people.find(person.channel, person.id);
  if (known !== null) await parts.people.block(known.id);
}
