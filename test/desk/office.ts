import type { ZodType } from 'zod';
import { joinConversation } from '../../src/app/conversation.ts';
import type { Conversation, PersonRef, Turn } from '../../src/conversation/conversation.ts';
import { createCore } from '../../src/core.ts';
import { createCourier } from '../../src/delivery/courier.ts';
import { joinDesk } from '../../src/desk/join.ts';
import { DeskPolicy } from '../../src/desk/policy.ts';
import { today } from '../../src/knowledge/almaty-time.ts';
import { readYaml } from '../../src/knowledge/read-yaml.ts';
import { plainText } from '../../src/messages/plain.ts';
import { createIds } from '../../src/operations/ids.ts';
import { createEditorsInbox } from '../../src/reviews/inbox.ts';
import { ReviewPolicy } from '../../src/reviews/policy.ts';
import { createSwitchboard } from '../../src/staff/switchboard.ts';
import { StatisticsPolicy } from '../../src/statistics/policy.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { createTelegram, type TelegramChannel } from '../../src/telegram/channel.ts';
import { deskOfBot, startDesk } from '../../src/telegram/desk.ts';
import { createStaffSide } from '../../src/telegram/staff/create.ts';
import { inboxFeature } from '../../src/telegram/staff/inbox.ts';
import { statsFeature } from '../../src/telegram/staff/stats.ts';
import { createWebCourier } from '../../src/web/courier.ts';
import { type BotApiOptions, type FakeBotApi, startBotApi } from '../support/bot-api/server.ts';
import type { FakeChat, FakeMessage } from '../support/bot-api/state.ts';
import { type ManualClock, manualClock } from '../support/clock.ts';
import { keepingLog } from '../support/quiet.ts';
import { quick } from '../support/telegram-run.ts';

export const core = createCore();
export const staffGroup = -1_002_000_000_001;
export const operatorId = 900;
export const editorId = 902;

const read = <T>(name: string, schema: ZodType<T>): T => {
  const file = readYaml(`content/policy/${name}.yaml`, schema);
  if (!file.ok) throw new Error(`${name}: the policy is faulty`);
  return file.value;
};
export const policy = read('desk', DeskPolicy);
export const reviews = read('reviews', ReviewPolicy);
export const statistics = read('statistics', StatisticsPolicy);

const fail = (error: unknown): never => {
  throw error;
};

/** A Wednesday, 14:00 in Almaty. */
export const workingHour = '2026-07-01T09:00:00Z';

/** The product with a desk: a bot, a group of staff and an operator in it. */
export interface Office {
  readonly api: FakeBotApi;
  readonly store: Store;
  readonly clock: ManualClock;
  readonly log: ReturnType<typeof keepingLog>;
  readonly group: FakeChat;
  readonly conversation: Conversation;
  /** Messages of the bot in the group, newest last, that are not deleted. */
  posts(): readonly FakeMessage[];
  /** The next message in the group that was not read yet. */
  nextPost(): Promise<FakeMessage>;
  operator(): ReturnType<FakeBotApi['user']>;
  courier(): TelegramChannel['courier'];
  /** Stops this process and begins another over the same store. */
  restart(): Promise<void>;
  /** The same, with something done to the store in between. */
  restartAs(between: (store: Store) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export interface OfficeOptions {
  readonly forum?: boolean;
  readonly policy?: Partial<DeskPolicy>;
  readonly database?: string;
  readonly api?: BotApiOptions;
  readonly start?: string;
}

export async function openOffice(options: OfficeOptions = {}): Promise<Office> {
  const api = await startBotApi(options.api);
  const log = keepingLog();
  const clock = manualClock(options.start ?? workingHour);
  const store = await openStore(options.database ?? 'sqlite::memory:', { clock, logger: log });
  await store.staff.set('telegram', String(operatorId), 'operator');
  await store.staff.set('telegram', String(editorId), 'editor');
  const group = api.group(staffGroup);
  group.forum = options.forum ?? true;

  const begin = (): { channel: TelegramChannel; conversation: Conversation; stop(): Promise<void> } => {
    const desk = joinDesk({
      core: () => core,
      store,
      policy: { ...policy, ...options.policy },
      clock,
      group: true,
    });
    const content = { current: () => core };
    const conversation = joinConversation({ questionRetentionDays: 90 }, content, store, clock, { desk });
    const channel: TelegramChannel = createTelegram({
      config: { mode: 'polling', token: api.token, apiRoot: api.root },
      conversation,
      answerer: () => core.answerer,
      texts: core.texts,
      people: store.people,
      inbox: store.inbox,
      leases: store.leases,
      conversations: store.conversations,
      logger: log,
      ...quick,
      features: [deskOfBot(desk, String(staffGroup), store)],
      staff: createStaffSide({
        store,
        switchboard: createSwitchboard({
          switches: store.switches,
          audit: store.audit,
          clock,
          onError: fail,
        }),
        texts: core.texts,
        clock,
        ids: createIds(),
        logger: log,
        fixed: [],
        features: [
          statsFeature({ store, core: () => core, policy: statistics, clock }),
          inboxFeature({
            inbox: createEditorsInbox({
              store,
              core: () => core,
              policy: reviews,
              clock,
              wake: desk.rousing.wake,
            }),
            policy: reviews,
            audit: store.audit,
            today: () => today(clock),
          }),
        ],
        api: () => channel.api,
      }),
    });
    const stopping = new AbortController();
    const running = startDesk(desk, {
      owner: `desk-${Math.random()}`,
      group: String(staffGroup),
      store,
      texts: core.texts,
      telegram: channel.courier,
      courier: createCourier({ telegram: channel.courier, web: createWebCourier(store) }),
      signal: stopping.signal,
      logger: log,
      lookMs: 15,
    });
    channel.start();
    return {
      channel,
      conversation,
      async stop() {
        stopping.abort();
        await running;
        await channel.stop();
      },
    };
  };
  let now = begin();
  return {
    api,
    store,
    clock,
    log,
    group,
    get conversation() {
      return now.conversation;
    },
    posts: () => group.messages.filter((message) => message.fromBot && !message.deleted),
    nextPost: async () => (await api.user(operatorId).inGroup(staffGroup).next()).message,
    operator: () => api.user(operatorId),
    courier: () => now.channel.courier,
    async restart() {
      await now.stop();
      now = begin();
    },
    async restartAs(between) {
      await now.stop();
      await between(store);
      now = begin();
    },
    async close() {
      await now.stop();
      await store.close();
      await api.close();
    },
  };
}

/** The topic a post stands in. */
export const topicOf = (post: FakeMessage): number => Number(post.params.message_thread_id);

/** A turn as read on a page. */
export const wordsOf = (turn: Turn): string => turn.replies.map(plainText).join('\n');

/** What a web visitor has been sent by itself. */
export async function pushedTo(store: Store, person: PersonRef): Promise<string[]> {
  const known = await store.people.find(person.channel, person.id);
  const messages = known === null ? [] : await store.history.pushedAfter(known.id, 0, 50);
  return messages.map(({ payload }) => plainText(payload as Turn['replies'][number]));
}
