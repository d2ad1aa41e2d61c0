import { Composer, type Context } from 'grammy';
import type { Turn } from '../../conversation/conversation.ts';
import { note, reply } from '../../messages/build.ts';
import type { Texts } from '../../messages/texts.ts';
import { hintOf } from '../hint.ts';
import { type FeatureParts, personOf } from '../parts.ts';
import { show } from '../show.ts';
import { mediaOf, type SlimUpdate } from '../updates.ts';

/** Free text in a private chat is a question, a location its region; of a picture the words under it are the question, and what has no words is told that only text is read. */
export function questionFeature(parts: FeatureParts): Composer<Context> {
  const feature = new Composer<Context>();
  const albums = new Set<string>();
  const privately = feature.chatType('private');

  privately.on('message:text', async (ctx) => {
    const person = personOf(ctx.from);
    const turn = await parts.conversation.ask(person, ctx.message.text, {
      ...hintOf(ctx.from.language_code),
      input: `telegram:${ctx.update.update_id}`,
    });
    await show(turn, { update: ctx.update.update_id, chat: ctx.chat.id, person }, parts);
  });

  privately.on('edited_message:text', async (ctx) => {
    const person = personOf(ctx.from);
    const turn = await parts.conversation.ask(person, ctx.editedMessage.text, {
      ...hintOf(ctx.from.language_code),
      input: `telegram:${ctx.update.update_id}`,
      edited: true,
    });
    await show(turn, { update: ctx.update.update_id, chat: ctx.chat.id, person }, parts);
  });

  privately.on('message', async (ctx) => {
    const { shared_place: place } = ctx.update as unknown as Pick<SlimUpdate, 'shared_place'>;
    if (place !== undefined) {
      const person = personOf(ctx.from);
      const turn = await parts.conversation.locate(person, place, hintOf(ctx.from.language_code));
      await show(turn, { update: ctx.update.update_id, chat: ctx.chat.id, person }, parts);
      return;
    }
    if (mediaOf(ctx.message).length === 0) return;
    const { media_group_id: album, caption = '' } = ctx.message;
    if (caption.trim() !== '') {
      if (album !== undefined) albums.add(album);
      const person = personOf(ctx.from);
      const turn = await parts.conversation.ask(person, caption, {
        ...hintOf(ctx.from.language_code),
        input: `telegram:${ctx.update.update_id}`,
      });
      const place = { update: ctx.update.update_id, chat: ctx.chat.id, person };
      await show(withRemark(turn, parts.texts), place, parts);
      return;
    }
    if (album !== undefined) {
      // Ten photos sent together come as ten messages; one answer is enough.
      if (albums.has(album)) return;
      if (albums.size >= 1000) albums.clear();
      albums.add(album);
    }
    const person = personOf(ctx.from);
    const turn = await parts.conversation.notText(person, hintOf(ctx.from.language_code));
    await show(turn, { update: ctx.update.update_id, chat: ctx.chat.id, person }, parts);
  });
  return feature;
}

/** An answer to the words under a picture says that only they were read: the picture may be of the paper in question. */
function withRemark(turn: Turn, texts: Texts): Turn {
  const [first, ...rest] = turn.replies;
  if (turn.replace || turn.limited !== undefined) return turn;
  const locale = first?.locale ?? turn.locale;
  const remark = note('info', texts.for(locale)('error.only_caption'));
  // A person who talks to staff gets no reply; they must know that the picture did not reach them.
  if (first === undefined) return { ...turn, replies: [reply(locale, [remark])] };
  return { ...turn, replies: [{ ...first, blocks: [remark, ...first.blocks] }, ...rest] };
}
