import { createCourier } from '../delivery/courier.ts';
import type { JoinedDesk } from '../desk/join.ts';
import { followReplicas } from '../measures/replicas.ts';
import { tracedCourier } from '../measures/traced.ts';
import { release } from '../operations/release.ts';
import { startRetention } from '../privacy/retention.ts';
import { startReminders } from '../reminders/start.ts';
import { startAnnouncements } from '../telegram/announcements.ts';
import type { TelegramChannel } from '../telegram/channel.ts';
import { startDesk } from '../telegram/desk.ts';
import type { AnnounceParts } from '../telegram/staff/announce/parts.ts';
import { startFollowing } from '../telegram/staff/announcements/follow.ts';
import { createWebCourier } from '../web/courier.ts';
import type { Ground } from './ground.ts';

/** Housekeeping that needs no channel: data past their time, and what other replicas run. */
export function keepHouse(ground: Ground): void {
  const { config, store, clock, owner, stopping, logger, metrics, policies, core } = ground;
  startRetention({
    store,
    policy: policies.retention,
    questionDays: config.questionRetentionDays,
    clock,
    owner,
    signal: stopping.signal,
    logger,
  });
  const following = followReplicas({
    replicas: store.replicas,
    self: () => ({ id: owner, contentVersion: core().knowledge.version, release }),
    metrics,
    signal: stopping.signal,
    logger,
  });
  stopping.onStop('replicas', () => following);
}

/**
 * Starts the Telegram channel and everything that is sent by itself: reminders, the desk's queue, announcements and
 * their live messages. Each ends before the store closes.
 */
export function startSending(
  ground: Ground,
  telegram: TelegramChannel | null,
  desk: JoinedDesk | null,
  announcing: AnnounceParts,
): void {
  const { config, store, core, clock, ids, owner, stopping, logger, policies, tracing } = ground;
  const { signal } = stopping;
  const { texts } = core();
  const courier = createCourier({
    telegram: telegram?.courier ?? null,
    web: config.web.chat ? tracedCourier(createWebCourier(store), tracing) : null,
  });
  const reminding = startReminders({
    core,
    store,
    leases: store.leases,
    courier,
    clock,
    policy: policies.reminders,
    owner,
    signal,
    logger,
  });
  stopping.onStop('reminders', () => reminding);
  if (telegram === null) return;

  if (desk !== null) {
    const running = startDesk(desk, {
      owner,
      store,
      group: config.staffChatId,
      texts,
      telegram: telegram.courier,
      courier,
      signal,
      logger,
    });
    stopping.onStop('desk', () => running);
  }
  telegram.start();
  stopping.onStop('telegram', () => telegram.stop());
  const sending = startAnnouncements({
    store,
    telegram: telegram.courier,
    core,
    policy: policies.announcements,
    config: config.announce,
    clock,
    ids,
    owner,
    signal,
    logger: logger.child({ part: 'announcements' }),
  });
  stopping.onStop('announcements', () => sending);
  const boards = startFollowing({
    ...announcing,
    courier: telegram.courier,
    texts,
    owner,
    leases: store.leases,
    signal,
    logger: logger.child({ part: 'announcement boards' }),
  });
  stopping.onStop('announcement boards', () => boards);
}
