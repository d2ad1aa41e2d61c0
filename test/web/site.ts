import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { currentAnnouncements } from '../../src/announcements/current.ts';
import { joinConversation } from '../../src/app/conversation.ts';
import { checklistPrinter } from '../../src/checklists/print.ts';
import { createCore } from '../../src/core.ts';
import { createHealth, type Health } from '../../src/operations/health.ts';
import { createLogger } from '../../src/operations/logger.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { createWebServer } from '../../src/web/server.ts';
import { manualClock } from '../support/clock.ts';
import { addressLimits, ownLimits } from '../support/limits.ts';

export const clock = manualClock();
const core = createCore({ clock });

/** The web face over the real content and an empty store; requests go in by `inject`, no port is opened. */
export async function webSite(
  options: {
    origins?: readonly string[];
    chat?: boolean;
    webhook?: Parameters<typeof createWebServer>[0]['telegramWebhook'];
    mailroom?: Parameters<typeof createWebServer>[0]['mailroom'];
    store?: Store;
    health?: Health;
    /** What stands instead of answers. */
    banner?: Parameters<typeof createWebServer>[0]['banner'];
  } = {},
): Promise<{ server: FastifyInstance; store: Store; close(): Promise<void> }> {
  const logger = createLogger({ level: 'silent' });
  const store = options.store ?? (await openStore('sqlite::memory:', { clock, logger }));
  const server = await createWebServer({
    config: { web: { chat: options.chat ?? true, origins: options.origins ?? [] } },
    conversation: joinConversation({ questionRetentionDays: 90 }, { current: () => core }, store, clock),
    answerer: () => core.answerer,
    store,
    texts: core.texts,
    logger,
    health: options.health ?? createHealth(),
    metrics: { contentType: 'text/plain', render: async () => 'bagdar_up 1\n' },
    clock,
    sheet: checklistPrinter(() => core, store, clock),
    telegramWebhook: options.webhook ?? null,
    addressLimits: addressLimits(store, clock, ownLimits),
    announcements: currentAnnouncements({
      announcements: store.announcements,
      policy: { web: { days: 14, most: 3 } },
      core: () => core,
      clock,
    }),
    ...(options.mailroom === undefined ? {} : { mailroom: options.mailroom }),
    ...(options.banner === undefined ? {} : { banner: options.banner }),
  });
  return {
    server,
    store,
    async close() {
      await server.close();
      await store.close();
    },
  };
}

/** Cookies a response sets, as a browser would send them back. */
export function cookiesOf(response: LightMyRequestResponse): Record<string, string> {
  return Object.fromEntries(response.cookies.map(({ name, value }) => [name, value]));
}

/** A question by the page script. */
export function asked(text: string, cookies: Record<string, string> = {}): InjectOptions {
  return { method: 'POST', url: '/api/messages', payload: { text }, cookies };
}
