import { type Conversation, commands } from '../conversation/conversation.ts';
import type { JoinedDesk } from '../desk/join.ts';
import { today } from '../knowledge/almaty-time.ts';
import { createLocator } from '../knowledge/places/locate.ts';
import { telegramMeasures } from '../measures/telegram.ts';
import { tracedTelegramCourier } from '../measures/traced.ts';
import { createEditorsInbox } from '../reviews/inbox.ts';
import type { Switchboard } from '../staff/switchboard.ts';
import { createTelegram, type TelegramChannel } from '../telegram/channel.ts';
import { deskOfBot } from '../telegram/desk.ts';
import { announceFeature } from '../telegram/staff/announce/feature.ts';
import type { AnnounceParts } from '../telegram/staff/announce/parts.ts';
import { announcementsFeature } from '../telegram/staff/announcements/feature.ts';
import { createStaffSide } from '../telegram/staff/create.ts';
import type { StaffFeature } from '../telegram/staff/feature.ts';
import { inboxFeature } from '../telegram/staff/inbox.ts';
import { statsFeature } from '../telegram/staff/stats.ts';
import type { Ground } from './ground.ts';

export interface TelegramJoin {
  readonly conversation: Conversation;
  readonly switchboard: Switchboard;
  readonly announcing: AnnounceParts;
  readonly desk: JoinedDesk | null;
}

/** Joins the Telegram channel with what staff do in it; `null` without a token. Nothing is started yet. */
export function joinTelegram(ground: Ground, join: TelegramJoin): TelegramChannel | null {
  const { config, store, core, clock, ids, owner, metrics, tracing, health } = ground;
  if (config.telegram === null) return null;
  metrics.channelUp.set({ channel: 'telegram' }, 0);
  const { texts } = core();
  const { desk, switchboard } = join;
  const logger = ground.logger.child({ channel: 'telegram' });
  const channel: TelegramChannel = createTelegram({
    config: config.telegram,
    conversation: join.conversation,
    answerer: () => core().answerer,
    texts,
    people: store.people,
    inbox: store.inbox,
    leases: store.leases,
    hints: store.hints,
    conversations: store.conversations,
    logger,
    // A balancer that turned people away from the page because Telegram is down would help nobody.
    health: health.flag('telegram', {
      optional: config.web.chat,
      onSet: (up) => metrics.channelUp.set({ channel: 'telegram' }, up ? 1 : 0),
    }),
    owner,
    locate: (latitude, longitude) => createLocator(core().knowledge.points)(latitude, longitude),
    ...telegramMeasures(metrics, tracing, () => clock.now().getTime()),
    commands,
    isOff: async () => (await switchboard.off('telegram')) !== null,
    staff: createStaffSide({
      store,
      switchboard,
      texts,
      clock,
      ids,
      logger,
      fixed: config.staffIds,
      features: staffFeatures(ground, join),
      commands,
      api: () => channel.api,
    }),
    features:
      desk === null || config.staffChatId === null ? [] : [deskOfBot(desk, config.staffChatId, store)],
  });
  return { ...channel, courier: tracedTelegramCourier(channel.courier, tracing) };
}

/** What staff do beside managing themselves. */
function staffFeatures(ground: Ground, { announcing }: TelegramJoin): StaffFeature[] {
  const { store, core, clock, policies } = ground;
  const editors = createEditorsInbox({
    store,
    core,
    policy: policies.reviews,
    clock,
    wake: () => store.hints.tell('desk'),
  });
  return [
    announceFeature(announcing),
    announcementsFeature(announcing),
    statsFeature({ store, core, policy: policies.statistics, clock }),
    inboxFeature({ inbox: editors, policy: policies.reviews, audit: store.audit, today: () => today(clock) }),
  ];
}
