import type { Context } from 'grammy';
import { describeFailure, failureOf } from './failure.ts';
import type { TelegramLog } from './log.ts';

/** Telegram's limit for the words of an answered press. */
const maxNotice = 200;
/** A longer notice would vanish before it is read: it is shown as a window with a button. */
const longNotice = 80;

/** Answers a press, with a few words or none: until then the button spins. */
export async function answerPress(
  ctx: Context,
  parts: { readonly logger: TelegramLog },
  notice?: string,
): Promise<void> {
  const text = notice?.slice(0, maxNotice).toWellFormed();
  try {
    await ctx.answerCallbackQuery(
      text === undefined || text === '' ? {} : { text, show_alert: text.length > longNotice },
    );
  } catch (error) {
    // After a restart presses may be answered late: Telegram has stopped waiting, the turn itself still counts.
    if (failureOf(error) !== 'refused') throw error;
    parts.logger.debug({ reason: describeFailure(error) }, 'a press was answered too late');
  }
}
