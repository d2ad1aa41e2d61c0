import { Composer, type Context } from 'grammy';
import { hintOf } from '../hint.ts';
import { type FeatureParts, personOf } from '../parts.ts';
import { markBlocked, show } from '../show.ts';
import type { Greetings } from './greetings.ts';

/** Blocking and unblocking the bot. Nothing is sent to who blocked it; who comes back is greeted. */
export function membershipFeature(parts: FeatureParts, greetings: Greetings): Composer<Context> {
  const feature = new Composer<Context>();
  feature.chatType('private').on('my_chat_member', async (ctx) => {
    const { from, old_chat_member: before, new_chat_member: now, date } = ctx.myChatMember;
    const person = personOf(from);
    if (now.status === 'kicked' || now.status === 'left') {
      await markBlocked(person, parts);
      return;
    }
    if (before.status !== 'kicked' && before.status !== 'left') return;
    const turn = await parts.conversation.command(person, 'start', undefined, hintOf(from.language_code));
    greetings.greeted(ctx.chat.id, date);
    await show(turn, { update: ctx.update.update_id, chat: ctx.chat.id, person }, parts);
  });
  return feature;
}
