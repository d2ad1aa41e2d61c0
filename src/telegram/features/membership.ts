import { Composer, type Context } from 'grammy';
import { returned } from '../../conversation/subscriptions.ts';
import { hintOf } from '../hint.ts';
import { type FeatureParts, personOf } from '../parts.ts';
import { markBlocked, show } from '../show.ts';
import type { Greetings } from './greetings.ts';

/** Blocking and unblocking the bot. Nothing is sent to who blocked it; who comes back is greeted, and asked whether they want announcements. */
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
    const place = { update: ctx.update.update_id, chat: ctx.chat.id, person };
    await show(turn, place, parts);
    const asked = await parts.conversation.command(person, 'subscriptions', returned);
    await show(asked, place, parts);
  });
  return feature;
}
