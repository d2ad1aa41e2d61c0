import { Composer, type Context } from 'grammy';
import { hintOf } from '../hint.ts';
import { type FeatureParts, personOf } from '../parts.ts';
import { show } from '../show.ts';
import { mediaOf, type SlimUpdate } from '../updates.ts';

/** Free text in a private chat is a question, a location its region; a picture, voice or sticker is told that only text is read. */
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

  privately.on('message', async (ctx) => {
    const { shared_place: place } = ctx.update as unknown as Pick<SlimUpdate, 'shared_place'>;
    if (place !== undefined) {
      const person = personOf(ctx.from);
      const turn = await parts.conversation.locate(person, place, hintOf(ctx.from.language_code));
      await show(turn, { update: ctx.update.update_id, chat: ctx.chat.id, person }, parts);
      return;
    }
    if (mediaOf(ctx.message).length === 0) return;
    const album = ctx.message.media_group_id;
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
