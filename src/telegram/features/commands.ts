import { Composer, type Context } from 'grammy';
import { commands } from '../../conversation/conversation.ts';
import { hintOf } from '../hint.ts';
import { type FeatureParts, personOf } from '../parts.ts';
import { show } from '../show.ts';
import type { Greetings } from './greetings.ts';

/** `/start` and the other commands of people, in private chats. */
export function commandFeature(parts: FeatureParts, greetings: Greetings): Composer<Context> {
  const feature = new Composer<Context>();
  const privately = feature.chatType('private');
  for (const name of commands) {
    privately.command(name, async (ctx) => {
      const payload = ctx.match.trim();
      const { from, chat, message } = ctx;
      if (name === 'start' && payload === '' && greetings.justGreeted(chat.id, message?.date ?? 0)) return;
      const person = personOf(from ?? chat);
      const turn = await parts.conversation.command(
        person,
        name,
        payload === '' ? undefined : payload,
        hintOf(from?.language_code),
      );
      await show(turn, { update: ctx.update.update_id, chat: chat.id, person }, parts);
    });
  }
  return feature;
}
