import type { FastifyInstance } from 'fastify';
import { currentAnnouncements } from '../announcements/current.ts';
import { checklistPrinter } from '../checklists/print.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { addressKey } from '../limits/address-key.ts';
import { createAddressLimits } from '../limits/addresses.ts';
import { readStoreMetrics } from '../operations/store-metrics.ts';
import type { Banner } from '../staff/banner.ts';
import type { Switchboard } from '../staff/switchboard.ts';
import type { TelegramChannel } from '../telegram/channel.ts';
import { createWebServer } from '../web/server.ts';
import type { Ground } from './ground.ts';

export interface WebJoin {
  readonly conversation: Conversation;
  readonly switchboard: Switchboard;
  readonly banner: Banner;
  readonly telegram: TelegramChannel | null;
  /** Faults of the newest content edit. */
  readonly contentFaults: () => number;
}

/** Joins the web server: the chat, health, metrics and Telegram's webhook. It does not listen yet. */
export function joinWeb(ground: Ground, join: WebJoin): Promise<FastifyInstance> {
  const { config, store, core, clock, metrics, tracing, health, policies } = ground;
  return createWebServer({
    config,
    conversation: join.conversation,
    answerer: () => core().answerer,
    store,
    texts: core().texts,
    logger: ground.logger.child({ channel: 'web' }),
    health,
    clock,
    metrics: {
      contentType: metrics.contentType,
      async render() {
        metrics.contentFaults.set(join.contentFaults());
        await readStoreMetrics(metrics, store, clock);
        return metrics.render();
      },
    },
    sheet: checklistPrinter(core, store, clock),
    telegramWebhook: join.telegram?.webhook ?? null,
    handling: (work) => tracing.span('web turn', { 'bagdar.channel': 'web' }, work),
    addressLimits: createAddressLimits({
      policy: policies.limits,
      limits: store.limits,
      key: addressKey(config),
      clock,
    }),
    onLimited: (limit, end) => metrics.limited.inc({ limit, end }),
    announcements: currentAnnouncements({
      announcements: store.announcements,
      policy: policies.announcements,
      core,
      clock,
    }),
    async banner(locale) {
      const off = await join.switchboard.off('web');
      return off === null ? null : join.banner(off, locale);
    },
    onRequest: (route, status, seconds) =>
      metrics.httpSeconds.observe({ route, status: String(status) }, seconds),
  });
}
