import { join } from 'node:path';
import type { ZodType } from 'zod';
import { currentAnnouncements } from './announcements/current.ts';
import { AnnouncementPolicy } from './announcements/policy.ts';
import { createSteering } from './announcements/steer.ts';
import { checklistPrinter } from './checklists/print.ts';
import type { Config } from './config/config.ts';
import { secretsOf } from './config/secrets-of.ts';
import { aboutModule, welcome } from './conversation/about.ts';
import { announcementsModule } from './conversation/announcements.ts';
import { browseModule } from './conversation/browse.ts';
import { checklistsModule } from './conversation/checklists.ts';
import { type Conversation, commands } from './conversation/conversation.ts';
import { createConversation, type PersonLimit } from './conversation/create.ts';
import { feedbackModule } from './conversation/feedback.ts';
import { forgetModule } from './conversation/forget.ts';
import { guidesModule } from './conversation/guides.ts';
import { hearBackModule } from './conversation/hear-back.ts';
import { withKept } from './conversation/kept-buttons.ts';
import { languageModule } from './conversation/language.ts';

import { locatedModule } from './conversation/located.ts';

import { myDataModule } from './conversation/my-data.ts';

import { questionsModule } from './conversation/questions.ts';
import { remindersModule } from './conversation/reminders.ts';
import { subscriptionsModule } from './conversation/subscriptions.ts';
import { switched } from './conversation/switched.ts';
import { root } from './core.ts';
import { createCourier } from './delivery/courier.ts';
import { type JoinedDesk, joinDesk } from './desk/join.ts';
import { DeskPolicy } from './desk/policy.ts';
import { today } from './knowledge/almaty-time.ts';
import { createLocator } from './knowledge/places/locate.ts';
import { readYaml } from './knowledge/read-yaml.ts';
import { ContentError } from './knowledge/reload.ts';
import { followCore, type LiveCore } from './live-core.ts';
import { measured } from './measures/conversation.ts';
import { followReplicas } from './measures/replicas.ts';
import { telegramMeasures } from './measures/telegram.ts';
import { afterLoading } from './operations/after-loading.ts';
import { type Clock, systemClock } from './operations/clock.ts';
import { createHealth } from './operations/health.ts';
import { createIds } from './operations/ids.ts';
import { createLogger, type Logger } from './operations/logger.ts';
import { createMetrics } from './operations/metrics.ts';
import { release } from './operations/release.ts';
import { createStopping, type Stopping } from './operations/stopping.ts';
import { readStoreMetrics } from './operations/store-metrics.ts';
import { RetentionPolicy, startRetention } from './privacy/retention.ts';
import { ReminderPolicy } from './reminders/policy.ts';
import { startReminders } from './reminders/start.ts';
import { createEditorsInbox } from './reviews/inbox.ts';
import { ReviewPolicy } from './reviews/policy.ts';
import { createBanner } from './staff/banner.ts';
import { createSwitchboard } from './staff/switchboard.ts';
import { StatisticsPolicy } from './statistics/policy.ts';
import { openStore } from './store/open.ts';
import { channels } from './store/ports/people.ts';
import type { Store } from './store/ports/store.ts';
import { startAnnouncements } from './telegram/announcements.ts';
import { createTelegram, type TelegramChannel } from './telegram/channel.ts';
import { deskOfBot, startDesk } from './telegram/desk.ts';
import { announceFeature } from './telegram/staff/announce/feature.ts';
import type { AnnounceParts } from './telegram/staff/announce/parts.ts';
import { announcementsFeature } from './telegram/staff/announcements/feature.ts';
import { startFollowing } from './telegram/staff/announcements/follow.ts';
import { createStaffSide } from './telegram/staff/create.ts';
import { inboxFeature } from './telegram/staff/inbox.ts';
import { statsFeature } from './telegram/staff/stats.ts';
import { createWebCourier } from './web/courier.ts';
import { createWebServer } from './web/server.ts';

/** The running product. */
export interface App {
  /** Where the web server listens. */
  readonly address: string;
  readonly channels: readonly string[];
  readonly stopping: Stopping;
}

/** Inputs of one person in a minute that are handled; more are answered once, then dropped. */
const personLimit: PersonLimit = { inputs: 30, windowMs: 60_000 };

/**
 * Makes and joins every part: the only place that does. What is opened first closes last.
 * @throws ContentError, StoreFailure or a listen error, each with words for the operator
 */
export async function startApp(config: Config, clock: Clock = systemClock): Promise<App> {
  const logger = createLogger({ level: config.logLevel, secrets: secretsOf(config) });
  const stopping = createStopping({ logger });
  const health = createHealth();
  const metrics = createMetrics();
  metrics.build.set({ version: release }, 1);
  const ids = createIds();
  /** Names this process among replicas. */
  const owner = ids.id();
  // First, so that traffic goes elsewhere before anything closes.
  health.add('running', () => {
    if (stopping.signal.aborted) throw new Error('stopping');
  });

  const content = followCore({
    root,
    clock,
    logger,
    onCore({ knowledge, answerer }) {
      metrics.content.reset();
      metrics.content.set({ version: knowledge.version }, 1);
      metrics.contentEntries.set(knowledge.entries.size + knowledge.subjects.size);
      afterLoading(answerer);
    },
  });
  stopping.onStop('content', () => content.stop());
  // A faulty edit is no reason to turn people away: the last good content answers (`bagdar_content_faults` tells).
  health.add('content', () => void content.current());

  const store = await openStore(config.database, {
    clock,
    logger,
    ids,
    role: 'bot',
    onQuery: (seconds, ok) => metrics.databaseSeconds.observe({ result: ok ? 'ok' : 'error' }, seconds),
  });
  stopping.onStop('store', () => store.close());
  health.add('database', () => store.ping());
  for (const id of config.staffIds) await store.staff.set('telegram', id, 'administrator');
  keepRetention(config, store, clock, owner, stopping, logger);
  const following = followReplicas({
    replicas: store.replicas,
    self: () => ({ id: owner, contentVersion: content.current().knowledge.version, release }),
    metrics,
    signal: stopping.signal,
    logger,
  });
  stopping.onStop('replicas', () => following);

  const announcementPolicy = readPolicy('announcements', AnnouncementPolicy);
  const announcing: AnnounceParts = {
    steering: createSteering(store, announcementPolicy, clock),
    policy: announcementPolicy,
    paid: config.announce.paid,
    store,
    core: () => content.current(),
    clock,
  };
  const switchboard = createSwitchboard({
    switches: store.switches,
    audit: store.audit,
    clock,
    onError: (error) => logger.warn({ err: error }, 'the switches could not be read; the last state stays'),
  });
  const banner = createBanner({
    answerer: () => content.current().answerer,
    speaking: () => content.current().speaking,
  });
  for (const channel of channels)
    health.add(`answers in ${channel}`, async () => {
      const off = await switchboard.off(channel);
      return off === null ? null : `switched off by staff since ${off.since.toISOString()}`;
    });
  const core = () => content.current();
  // Staff work in Telegram: without it nobody could answer.
  const desk =
    config.telegram === null
      ? null
      : joinDesk({
          core,
          store,
          policy: readPolicy('desk', DeskPolicy),
          clock,
          group: config.staffChatId !== null,
        });
  const reviews = readPolicy('reviews', ReviewPolicy);
  const editors = createEditorsInbox({
    store,
    core,
    policy: reviews,
    clock,
    wake: () => desk?.rousing.wake(),
  });
  const joined = joinConversation(config, content, store, clock, { desk });
  const conversation = switched(measured(joined, metrics), {
    off: (channel) => switchboard.off(channel),
    banner,
  });
  const telegram: TelegramChannel | null =
    config.telegram === null
      ? null
      : createTelegram({
          config: config.telegram,
          conversation,
          answerer: () => content.current().answerer,
          texts: content.current().texts,
          people: store.people,
          inbox: store.inbox,
          leases: store.leases,
          conversations: store.conversations,
          logger: logger.child({ channel: 'telegram' }),
          health: health.flag('telegram'),
          owner,
          locate: (latitude, longitude) =>
            createLocator(content.current().knowledge.points)(latitude, longitude),
          ...telegramMeasures(metrics, () => clock.now().getTime()),
          commands,
          isOff: async () => (await switchboard.off('telegram')) !== null,
          staff: createStaffSide({
            store,
            switchboard,
            texts: content.current().texts,
            clock,
            ids,
            logger: logger.child({ channel: 'telegram' }),
            fixed: config.staffIds,
            features: [
              announceFeature(announcing),
              announcementsFeature(announcing),
              statsFeature({ store, core, policy: readPolicy('statistics', StatisticsPolicy), clock }),
              inboxFeature({
                inbox: editors,
                policy: reviews,
                audit: store.audit,
                today: () => today(clock),
              }),
            ],
            commands,
            api: () => telegram?.api,
          }),
          features:
            desk === null || config.staffChatId === null ? [] : [deskOfBot(desk, config.staffChatId, store)],
        });

  const web = await createWebServer({
    config,
    conversation,
    answerer: () => content.current().answerer,
    store,
    texts: content.current().texts,
    logger: logger.child({ channel: 'web' }),
    health,
    clock,
    metrics: {
      contentType: metrics.contentType,
      async render() {
        metrics.contentFaults.set(content.state().faults.length);
        await readStoreMetrics(metrics, store, clock);
        return metrics.render();
      },
    },
    sheet: checklistPrinter(() => content.current(), store, clock),
    telegramWebhook: telegram?.webhook ?? null,
    onLimited: (limit) => metrics.limited.inc({ limit, end: 'told' }),
    announcements: currentAnnouncements({
      announcements: store.announcements,
      policy: announcementPolicy,
      core: () => content.current(),
      clock,
    }),
    async banner(locale) {
      const off = await switchboard.off('web');
      return off === null ? null : banner(off, locale);
    },
    onRequest: (route, status, seconds) =>
      metrics.httpSeconds.observe({ route, status: String(status) }, seconds),
  });
  const address = await web.listen({ host: config.http.host, port: config.http.port });
  stopping.onStop('web', () => web.close());

  const courier = createCourier({
    telegram: telegram?.courier ?? null,
    web: config.web.chat ? createWebCourier(store) : null,
  });
  const reminding = startReminders({
    core: () => content.current(),
    store,
    leases: store.leases,
    courier,
    clock,
    policy: readPolicy('reminders', ReminderPolicy),
    owner,
    signal: stopping.signal,
    logger,
  });
  stopping.onStop('reminders', () => reminding);
  if (telegram !== null) {
    if (desk !== null) {
      const running = startDesk(desk, {
        owner,
        store,
        group: config.staffChatId,
        texts: content.current().texts,
        telegram: telegram.courier,
        courier,
        signal: stopping.signal,
        logger,
      });
      stopping.onStop('desk', () => running);
    }
    telegram.start();
    stopping.onStop('telegram', () => telegram.stop());
    const sending = startAnnouncements({
      store,
      telegram: telegram.courier,
      core: () => content.current(),
      policy: announcementPolicy,
      config: config.announce,
      clock,
      ids,
      owner,
      signal: stopping.signal,
      logger: logger.child({ part: 'announcements' }),
    });
    stopping.onStop('announcements', () => sending);
    const boards = startFollowing({
      ...announcing,
      courier: telegram.courier,
      texts: content.current().texts,
      owner,
      leases: store.leases,
      signal: stopping.signal,
      logger: logger.child({ part: 'announcement boards' }),
    });
    stopping.onStop('announcement boards', () => boards);
  }
  stopping.listen();
  return {
    address,
    channels: [...(config.web.chat ? ['web'] : []), ...(telegram === null ? [] : ['telegram'])],
    stopping,
  };
}

/** The conversation every face talks to; the order of modules is the order in which they are asked. */
export function joinConversation(
  config: Pick<Config, 'questionRetentionDays'>,
  content: Pick<LiveCore, 'current'>,
  store: Store,
  clock: Clock = systemClock,
  {
    desk = null,
    limit = personLimit,
  }: { readonly desk?: JoinedDesk | null; readonly limit?: PersonLimit } = {},
): Conversation {
  const { texts } = content.current();
  const answerer = () => content.current().answerer;
  const questions = questionsModule({ answerer, store, texts, hearBack: desk !== null });
  const kept = { core: () => content.current(), store, clock };
  const guides = withKept(guidesModule({ ...kept, questions }), kept);
  const browse = browseModule(answerer, store);
  return createConversation({
    store,
    texts,
    limit,
    modules: [
      // Before everything that takes free text: while a human has the case, the bot keeps silent.
      ...(desk?.module == null ? [] : [desk.module]),
      feedbackModule(store),
      hearBackModule(store),
      languageModule(store, texts, (visit) => welcome(visit, false)),
      subscriptionsModule({
        subscriptions: store.subscriptions,
        topics: () => [...content.current().knowledge.topics.values()],
        speaking: () => content.current().speaking,
        clock,
      }),
      myDataModule(store, clock),
      forgetModule(store, (personId) => desk?.desk.forget(personId) ?? Promise.resolve()),
      checklistsModule({ ...kept, keptDays: readPolicy('retention', RetentionPolicy).checklists }),
      remindersModule({ ...kept, policy: readPolicy('reminders', ReminderPolicy) }),
      announcementsModule({
        store,
        open: async (visit, action) =>
          (await guides.press?.(visit, action)) ?? (await browse.press?.(visit, action)) ?? null,
      }),
      guides,
      locatedModule({
        answerer,
        speaking: () => content.current().speaking,
        regions: () => content.current().knowledge.regions,
        today: () => today(clock),
      }),
      browse,
      aboutModule(config.questionRetentionDays, { desk: desk?.module != null }),
      questions,
    ],
  });
}

function keepRetention(
  config: Config,
  store: Store,
  clock: Clock = systemClock,
  owner: string,
  stopping: Stopping,
  logger: Logger,
): void {
  startRetention({
    store,
    policy: readPolicy('retention', RetentionPolicy),
    questionDays: config.questionRetentionDays,
    clock,
    owner,
    signal: stopping.signal,
    logger,
  });
}

/** A file of `content/policy/`. @throws ContentError naming file, line and key */
function readPolicy<T>(name: string, schema: ZodType<T>): T {
  const file = `content/policy/${name}.yaml`;
  const policy = readYaml(join(root, file), schema, file);
  if (!policy.ok) throw new ContentError(policy.faults);
  return policy.value;
}
