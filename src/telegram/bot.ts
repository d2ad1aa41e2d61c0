import { Bot, type Context, type Middleware } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { Conversations } from '../store/ports/conversations.ts';
import { describeFailure } from './failure.ts';
import { buttonFeature } from './features/buttons.ts';
import { commandFeature } from './features/commands.ts';
import { createGreetings } from './features/greetings.ts';
import { groupFeature } from './features/groups.ts';
import { inlineFeature } from './features/inline.ts';
import { membershipFeature } from './features/membership.ts';
import { questionFeature } from './features/questions.ts';
import { switchedOffFeature } from './features/switched-off.ts';
import { hintOf } from './hint.ts';
import { createOutbox } from './outbox.ts';
import { type FeatureParts, personOf } from './parts.ts';
import { type RetryOptions, retrying } from './retry.ts';
import { createSender } from './send.ts';
import { deliver } from './show.ts';
import { type StaffParts, staffGate } from './staff/staff.ts';
import type { SlimUpdate } from './updates.ts';

export interface BotParts extends Omit<FeatureParts, 'sender' | 'outbox' | 'username' | 'botId'> {
  readonly token: string;
  /** Where the outbox keeps what is left to be sent. */
  readonly conversations: Pick<Conversations, 'read' | 'write' | 'delete'>;
  readonly apiRoot: string;
  readonly retry?: RetryOptions;
  /** Longest time for one call of the Bot API (30); a hanging one would hold its chat. */
  readonly callSeconds?: number;
  /** What staff do, before anything is taken as a person's. Without it there are no staff. */
  readonly staff?: StaffParts;
  /** Whether staff have switched the channel's answers off. */
  readonly isOff?: () => Promise<boolean>;
  /** Further features, asked before people's buttons, commands and questions. */
  readonly features?: readonly ((parts: FeatureParts) => Middleware<Context>)[];
}

/** The bot over one token: handles updates one by one; who fetches and orders them is not its business. */
export interface TelegramBot {
  readonly api: Bot['api'];
  /** Asks Telegram who we are. @throws what the Bot API answered. */
  init(): Promise<UserFromGetMe>;
  /** Handles an update; from the second attempt on, what is left of its answer is sent first. @throws BotError around whatever a handler threw: the update was not (fully) answered. */
  handle(update: SlimUpdate, attempt?: number): Promise<void>;
  /** The update will not be handled again: forgets what was kept for another try. */
  settled(update: SlimUpdate): Promise<void>;
  /** Tells the sender of a given-up update that something went wrong. */
  apologise(update: SlimUpdate): Promise<void>;
}

export function createBot(parts: BotParts): TelegramBot {
  const { callSeconds = 30 } = parts;
  const bot = new Bot(parts.token, { client: { apiRoot: parts.apiRoot, timeoutSeconds: callSeconds } });
  bot.api.config.use(...retrying(parts.retry));
  const sender = createSender(bot.api, parts.logger);
  const outbox = createOutbox(parts.conversations);
  let ready: Promise<UserFromGetMe> | undefined;

  const init = async (): Promise<UserFromGetMe> => {
    const me = await bot.api.getMe();
    bot.botInfo = me;
    const featureParts: FeatureParts = { ...parts, sender, outbox, username: me.username, botId: me.id };
    const greetings = createGreetings();
    bot.use(
      membershipFeature(featureParts, greetings),
      ...(parts.staff === undefined
        ? []
        : [staffGate({ ...featureParts, conversations: parts.conversations }, parts.staff)]),
      ...(parts.features ?? []).map((feature) => feature(featureParts)),
      ...(parts.isOff === undefined
        ? []
        : [switchedOffFeature({ isOff: parts.isOff, logger: parts.logger })]),
      inlineFeature(featureParts),
      buttonFeature(featureParts),
      commandFeature(featureParts, greetings),
      questionFeature(featureParts),
      groupFeature(featureParts),
    );
    return me;
  };

  return {
    api: bot.api,
    init() {
      ready ??= init().catch((error: unknown) => {
        ready = undefined;
        throw error;
      });
      return ready;
    },
    async handle(update, attempt = 1) {
      const left = attempt > 1 ? await outbox.read(update.update_id) : null;
      if (left === null) {
        // The slim form has every field the handlers read; grammY's type asks for the many they do not.
        await bot.handleUpdate(update as unknown as Update);
        return;
      }
      await deliver(left, update.update_id, { ...parts, sender, outbox });
    },
    settled: (update) => outbox.drop(update.update_id),
    async apologise(update) {
      const from = update.message?.from ?? update.callback_query?.from;
      const chat = update.message?.chat ?? update.callback_query?.message?.chat;
      if (from === undefined || chat?.type !== 'private') return;
      try {
        const locale = await parts.conversation.localeOf(personOf(from), hintOf(from.language_code));
        await bot.api.sendMessage(chat.id, parts.texts.for(locale)('error.general'));
      } catch (error) {
        parts.logger.warn({ reason: describeFailure(error) }, 'an apology could not be sent');
      }
    },
  };
}
