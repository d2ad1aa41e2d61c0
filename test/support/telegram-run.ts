import type { Answerer } from '../../src/answer/answerer.ts';
import type { TelegramConfig } from '../../src/config/config.ts';
import { aboutModule, welcome } from '../../src/conversation/about.ts';
import { browseModule } from '../../src/conversation/browse.ts';
import type { Conversation } from '../../src/conversation/conversation.ts';
import { createConversation } from '../../src/conversation/create.ts';
import { feedbackModule } from '../../src/conversation/feedback.ts';
import { forgetModule } from '../../src/conversation/forget.ts';
import { languageModule } from '../../src/conversation/language.ts';
import { questionsModule } from '../../src/conversation/questions.ts';
import { subscriptionsModule } from '../../src/conversation/subscriptions.ts';
import { convertForReading } from '../../src/language/scripts/index.ts';
import { type Clock, systemClock } from '../../src/operations/clock.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { type ChannelParts, createTelegram, type TelegramChannel } from '../../src/telegram/channel.ts';
import { type BotApiOptions, type FakeBotApi, startBotApi } from './bot-api/server.ts';
import { keepingLog } from './quiet.ts';
import { smallAnswerer } from './small-answerer.ts';
import { texts } from './texts.ts';

/** Makes the conversation under test over a store. */
export type ConversationFactory = (store: Store, answerer: () => Answerer) => Conversation;

/** The product's own modules over any answerer. */
export const realConversation: ConversationFactory = (store, answerer) =>
  createConversation({
    store,
    texts,
    limit: { most: 1000, seconds: 60 },
    modules: [
      feedbackModule(store),
      languageModule(store, texts, (visit) => welcome(visit, false)),
      forgetModule(store),
      subscriptionsModule({
        subscriptions: store.subscriptions,
        topics: () => [{ id: 'rules', title: { kk: 'Қағидалар', ru: 'Правила' } }],
        speaking: () => ({ texts, convert: convertForReading, fill: (text) => text }),
        clock: systemClock,
      }),
      browseModule(answerer, store),
      aboutModule(90),
      questionsModule({ answerer, store, texts }),
    ],
  });

/** Waits of the channel cut to a few milliseconds. */
export const quick = {
  pause: () => new Promise<void>((resolve) => setTimeout(resolve, 2)),
  random: () => 0,
  idleMs: 20,
  retryMs: 5,
  holdSeconds: 5,
} as const;

export interface TelegramRun {
  readonly api: FakeBotApi;
  readonly store: Store;
  readonly log: ReturnType<typeof keepingLog>;
  readonly channel: TelegramChannel;
  /** Stops the channel and starts another over the same store, as a restart does. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface RunOptions {
  readonly conversation?: ConversationFactory;
  readonly answerer?: () => Answerer;
  /** The store's clock. */
  readonly clock?: Clock;
  readonly api?: BotApiOptions;
  readonly config?: (root: string, token: string) => TelegramConfig;
  readonly parts?: Partial<ChannelParts> | ((store: Store) => Partial<ChannelParts>);
}

/** The whole Telegram face over a store in memory, talking to a fake Bot API; waits are cut to a few milliseconds. */
export async function runTelegram(options: RunOptions = {}): Promise<TelegramRun> {
  const api = await startBotApi(options.api);
  const log = keepingLog();
  const store = await openStore('sqlite::memory:', { clock: options.clock ?? systemClock, logger: log });
  const answerer = options.answerer ?? smallAnswerer;
  const conversation = (options.conversation ?? realConversation)(store, answerer);
  const make = (): TelegramChannel =>
    createTelegram({
      config: options.config?.(api.root, api.token) ?? {
        mode: 'polling',
        token: api.token,
        apiRoot: api.root,
      },
      conversation,
      answerer,
      texts,
      people: store.people,
      inbox: store.inbox,
      conversations: store.conversations,
      logger: log,
      ...quick,
      ...(typeof options.parts === 'function' ? options.parts(store) : options.parts),
    });
  let channel = make();
  channel.start();
  return {
    api,
    store,
    log,
    get channel() {
      return channel;
    },
    async restart() {
      await channel.stop();
      channel = make();
      channel.start();
    },
    async close() {
      await channel.stop();
      await store.close();
      await api.close();
    },
  };
}
