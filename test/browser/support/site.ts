import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { joinConversation } from '../../../src/app/conversation.ts';
import { checklistPrinter } from '../../../src/checklists/print.ts';
import { type Core, createCore } from '../../../src/core.ts';
import { createHealth } from '../../../src/operations/health.ts';
import { createLogger } from '../../../src/operations/logger.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/ports/store.ts';
import { createWebServer } from '../../../src/web/server.ts';
import { manualClock } from '../../support/clock.ts';
import { addressLimits } from '../../support/limits.ts';

/** The running chat and a browser to visit it with. */
export interface Site {
  /** Address of the chat, without a slash at the end. */
  readonly address: string;
  readonly core: Core;
  readonly store: Store;
  /** A new visitor with a browser profile of their own, on the chat page. Closed with the site. */
  visit(options?: VisitOptions): Promise<Page>;
}

export interface VisitOptions extends BrowserContextOptions {
  /** Path to open; the chat itself by default. */
  readonly path?: string;
}

const clock = manualClock();
let core: Core | undefined;

/** The chat over the real content and an empty store, and one browser, for the tests of a file. */
export function site(): Site {
  let browser: Browser;
  let address = '';
  let store: Store | undefined;
  const closing: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    core ??= createCore({ clock });
    const joined = core;
    const logger = createLogger({ level: 'error', secrets: [] });
    const opened = await openStore('sqlite::memory:', { clock, logger });
    store = opened;
    const server = await createWebServer({
      config: { web: { chat: true, origins: [] } },
      conversation: joinConversation({ questionRetentionDays: 30 }, { current: () => joined }, opened, clock),
      answerer: () => joined.answerer,
      store: opened,
      texts: joined.texts,
      logger,
      health: createHealth(),
      metrics: { contentType: 'text/plain', render: async () => '' },
      clock,
      sheet: checklistPrinter(() => joined, opened, clock),
      telegramWebhook: null,
      addressLimits: addressLimits(opened, clock),
      mailroom: { lookMs: 50 },
    });
    address = (await server.listen({ host: '127.0.0.1', port: 0 })).replace(/\/$/u, '');
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    closing.push(
      () => browser.close(),
      () => server.close(),
      () => opened.close(),
    );
  });

  afterAll(async () => {
    for (const close of closing) await close();
  });

  return {
    get address() {
      return address;
    },
    get store() {
      if (store === undefined) throw new Error('the site is up only inside tests');
      return store;
    },
    get core() {
      if (core === undefined) throw new Error('the site is up only inside tests');
      return core;
    },
    async visit({ path = '/', ...options } = {}) {
      const context = await browser.newContext({ locale: 'ru', reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      await page.goto(address + path);
      return page;
    },
  };
}
