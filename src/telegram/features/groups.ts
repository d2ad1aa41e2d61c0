import { Composer, type Context } from 'grammy';
import { commands } from '../../conversation/conversation.ts';
import { directionOf } from '../../language/locale.ts';
import { paragraph } from '../../messages/build.ts';
import type { Reply } from '../../messages/reply.ts';
import { deepLink } from '../deep-link.ts';
import { describeFailure, failureOf } from '../failure.ts';
import { hintOf } from '../hint.ts';
import { questionToBot } from '../mention.ts';
import type { FeatureParts } from '../parts.ts';
import { renderReply } from '../render/render.ts';
import { shortAnswer } from '../short-answer.ts';

/** Telegram's stand-in for an administrator who writes as the group. */
const anonymousAdmin = 1_087_968_824;

/**
 * Groups: answers only when mentioned or replied to, shortly, with a link to the rest in private. Questions go to the
 * core directly: a person's private topic must not colour what a whole group reads, nor a guide waiting for their
 * answer in private take the group's words for it.
 */
export function groupFeature(parts: FeatureParts): Composer<Context> {
  const feature = new Composer<Context>();
  const groups = feature.chatType(['group', 'supergroup']);
  const bot = { id: parts.botId, username: parts.username };

  const answer = async (chat: number, to: number, reply: Reply): Promise<void> => {
    // One message: a group is not flooded with the pieces of a long answer.
    const [first] = renderReply({ ...reply, buttons: [] }, parts.texts);
    const last = renderReply({ ...reply, blocks: [] }, parts.texts).at(-1);
    if (first === undefined) return;
    const message = last?.keyboard === undefined ? first : { ...first, keyboard: last.keyboard };
    try {
      await parts.sender.send(chat, message, to);
    } catch (error) {
      if (failureOf(error) !== 'unreachable') throw error;
      parts.logger.info({ reason: describeFailure(error) }, 'a group cannot be written to');
    }
  };

  groups.command([...commands], async (ctx) => {
    // `/start` without the bot's name is for whatever bot the group has.
    const named = ctx.message?.text.split(/\s/u)[0]?.toLowerCase().endsWith(`@${bot.username.toLowerCase()}`);
    if (named !== true) return;
    const locale = hintOf(ctx.from?.language_code).locale ?? 'kk';
    const t = parts.texts.for(locale);
    const reply: Reply = {
      locale,
      dir: directionOf(locale),
      blocks: [paragraph(t('start.greeting')), paragraph(t('help.ask'))],
      buttons: [[{ label: t('web.bot'), url: deepLink(bot.username) }]],
    };
    await answer(ctx.chat.id, ctx.message?.message_id ?? 0, reply);
  });

  groups.on('message', async (ctx) => {
    // Bots that answer each other never end.
    if (parts.answerer === undefined || (ctx.from.is_bot && ctx.from.id !== anonymousAdmin)) return;
    const question = questionToBot(ctx.message, bot);
    if (question === null) return;
    const locale = hintOf(ctx.from.language_code).locale;
    const found = parts.answerer().ask({ text: question, locale });
    await answer(ctx.chat.id, ctx.message.message_id, shortAnswer(found, parts));
  });
  return feature;
}
