import { Composer, type Context } from 'grammy';
import { decodeAction } from '../../messages/action.ts';
import { answerPress } from '../answer-press.ts';
import { hintOf } from '../hint.ts';
import { type FeatureParts, personOf } from '../parts.ts';
import { show } from '../show.ts';

/** Presses of buttons under the bot's messages in private chats. Every press is answered, or the button keeps spinning. */
export function buttonFeature(parts: FeatureParts): Composer<Context> {
  const feature = new Composer<Context>();
  feature.on('callback_query', async (ctx) => {
    const { from, data, message } = ctx.callbackQuery;
    const hint = hintOf(from.language_code);
    const person = personOf(from);
    // Messages in groups carry links only. A press from one is forged, or by somebody the message was not for.
    if (message === undefined || message.chat.id !== from.id) {
      await answerPress(ctx, parts);
      return;
    }
    const action = data === undefined ? null : decodeAction(data);
    if (action === null) {
      const locale = await parts.conversation.localeOf(person, hint);
      await answerPress(ctx, parts, parts.texts.for(locale)('error.old_button'));
      return;
    }
    const turn = await parts.conversation.press(person, action, hint);
    await answerPress(ctx, parts, turn.notice);
    // A message too old to be read comes with date 0 and cannot be changed either.
    const pressed = message.date === 0 ? {} : { pressed: message.message_id };
    await show(turn, { update: ctx.update.update_id, chat: message.chat.id, person, ...pressed }, parts);
  });
  return feature;
}
