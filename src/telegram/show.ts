import type { PersonRef, Turn } from '../conversation/conversation.ts';
import { describeFailure, failureOf } from './failure.ts';
import type { Delivery } from './outbox.ts';
import type { FeatureParts } from './parts.ts';
import { renderFile, renderReply } from './render/render.ts';

/** Where a turn is shown, and in answer to which update. */
export interface Place {
  readonly update: number;
  readonly chat: number;
  readonly person: PersonRef;
  /** The message whose button was pressed, where it can still be changed. */
  readonly pressed?: number;
}

/** Shows a turn's replies. A person who cannot be reached is remembered as such, and that is all. */
export async function show(turn: Turn, place: Place, parts: FeatureParts): Promise<void> {
  const messages = [
    ...turn.replies.flatMap((reply) => renderReply(reply, parts.texts)),
    ...(turn.files ?? []).map(renderFile),
  ];
  const pressed = turn.replace && place.pressed !== undefined ? { pressed: place.pressed } : {};
  const delivery: Delivery = { chat: place.chat, person: place.person.id, messages, ...pressed };
  parts.onTurn?.(turn);
  // Kept before the first call: after a kill the same input would be read as the answer to the next step.
  if (turn.moved === true && messages.length > 0) await parts.outbox.keep(place.update, delivery);
  await deliver(delivery, place.update, parts);
}

/**
 * Sends messages in order. After each but the last, what is left is kept: a kill repeats at most the call in hand.
 * @throws what the Bot API answered; what was not sent by then waits in the outbox under the update's id.
 */
export async function deliver(
  delivery: Delivery,
  update: number,
  parts: Pick<FeatureParts, 'sender' | 'outbox' | 'people' | 'logger'>,
): Promise<void> {
  const { chat, person, pressed, messages } = delivery;
  for (const [index, message] of messages.entries()) {
    const changes = index === 0 && pressed !== undefined;
    try {
      if (changes && !('file' in message)) await parts.sender.replace(chat, pressed, message);
      else await parts.sender.send(chat, message);
    } catch (error) {
      if (failureOf(error) === 'unreachable') {
        parts.logger.info({ reason: describeFailure(error) }, 'a person cannot be reached');
        await markBlocked({ channel: 'telegram', id: person }, parts);
        return;
      }
      await parts.outbox.keep(update, {
        chat,
        person,
        messages: messages.slice(index),
        ...(changes ? { pressed } : {}),
      });
      throw error;
    }
    const left = messages.slice(index + 1);
    if (left.length > 0) await parts.outbox.keep(update, { chat, person, messages: left });
  }
}

/** Remembers that a person blocked the bot, so that nothing is sent to them until they come back. */
export async function markBlocked(person: PersonRef, parts: Pick<FeatureParts, 'people'>): Promise<void> {
  const known = await parts.people.find(person.channel, person.id);
  if (known !== null) await parts.people.block(known.id);
}
