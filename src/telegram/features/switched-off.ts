import { Composer, type Context } from 'grammy';
import { describeFailure, failureOf } from '../failure.ts';
import type { TelegramLog } from '../log.ts';

/**
 * While staff have switched Telegram off, nothing is answered inline or in groups either: those ask the core directly.
 * In private chats people read the banner, which the conversation gives them.
 */
export function switchedOffFeature(parts: {
  readonly isOff: () => Promise<boolean>;
  readonly logger: TelegramLog;
}): Composer<Context> {
  const feature = new Composer<Context>();
  feature.on('inline_query', async (ctx, next) => {
    if (!(await parts.isOff())) return await next();
    try {
      await ctx.answerInlineQuery([], { cache_time: 0 });
    } catch (error) {
      if (failureOf(error) !== 'refused') throw error;
      parts.logger.debug({ reason: describeFailure(error) }, 'an inline query was answered too late');
    }
  });
  feature.chatType(['group', 'supergroup']).on('message', async (_ctx, next) => {
    if (!(await parts.isOff())) await next();
  });
  return feature;
}
