import type { FastifyInstance } from 'fastify';
import { joinConversation } from '../../src/app/conversation.ts';
import { readPolicies } from '../../src/app/policies.ts';
import { type Core, createCore } from '../../src/core.ts';
import { decodeAction } from '../../src/messages/action.ts';
import type { Button, Reply } from '../../src/messages/reply.ts';
import { createHealth } from '../../src/operations/health.ts';
import { createLogger } from '../../src/operations/logger.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { renderReply } from '../../src/telegram/render/render.ts';
import { createWebServer } from '../../src/web/server.ts';
import type { FakeUser } from '../support/bot-api/user.ts';
import { addressLimits, wide } from '../support/limits.ts';
import { runTelegram } from '../support/telegram-run.ts';

/** The day on which guides are walked. */
export const day = '2026-11-21';
const clock = { now: () => new Date(`${day}T09:00:00Z`) };
const policies = { ...readPolicies(), limits: wide };

/** What a person sees after one input: the text of all messages, and the labels under them. */
export interface Seen {
  readonly text: string;
  readonly labels: readonly string[];
}

/** A person on one face, who acts as people do: by the labels of buttons and by typing. */
export interface Walker {
  /** Asks for the list of guides. */
  list(): Promise<Seen>;
  /** Presses the button whose label is this, or begins with it. */
  press(label: string): Promise<Seen>;
  type(text: string): Promise<Seen>;
}

/** Both faces of one product over the real content. */
export interface TwoFaces {
  readonly core: Core;
  telegram(locale: 'kk' | 'ru'): Walker;
  web(locale: 'kk' | 'ru'): Walker;
  close(): Promise<void>;
}

/** Starts Telegram over a fake Bot API and the web server, each with a store of its own. */
export async function startTwoFaces(): Promise<TwoFaces> {
  const core = createCore({ clock });
  const conversation = (store: Store) =>
    joinConversation({ questionRetentionDays: 90 }, { current: () => core }, store, clock, { policies });
  const run = await runTelegram({ conversation, answerer: () => core.answerer });
  const logger = createLogger({ level: 'silent' });
  const store = await openStore('sqlite::memory:', { clock, logger });
  const server = await createWebServer({
    config: { web: { chat: true, origins: [] } },
    conversation: conversation(store),
    answerer: () => core.answerer,
    store,
    texts: core.texts,
    logger,
    health: createHealth(),
    metrics: { contentType: 'text/plain', render: async () => '' },
    clock,
    sheet: async () => null,
    telegramWebhook: null,
    addressLimits: addressLimits(store, clock),
  });
  let people = 0;
  return {
    core,
    telegram(locale) {
      people += 1;
      return telegramWalker(run.api.user(people, locale));
    },
    web(locale) {
      return webWalker(server, core, locale);
    },
    async close() {
      await run.close();
      await server.close();
      await store.close();
    },
  };
}

function telegramWalker(user: FakeUser): Walker {
  /** Reads messages until the one that bears the buttons: it is the last of a reply. */
  async function seen(): Promise<Seen> {
    const texts: string[] = [];
    for (;;) {
      const message = await user.next();
      texts.push(message.text);
      const labels = message.buttons.flat().map(({ text }) => text);
      if (labels.length > 0) return { text: texts.join('\n'), labels };
    }
  }
  return {
    list() {
      user.says('/guide');
      return seen();
    },
    press(label) {
      user.presses(label);
      return seen();
    },
    type(text) {
      user.says(text);
      return seen();
    },
  };
}

interface ApiButton {
  readonly label: string;
  readonly code?: string;
  readonly url?: string;
  readonly copy?: string;
}
/** A reply as the web's interface sends it: its buttons bear codes instead of actions. */
type ApiReply = Omit<Reply, 'buttons'> & { readonly buttons: readonly (readonly ApiButton[])[] };

function webWalker(server: FastifyInstance, core: Core, locale: 'kk' | 'ru'): Walker {
  let cookies: Record<string, string> = {};
  let shown: readonly ApiButton[] = [];
  async function send(payload: object): Promise<Seen> {
    const response = await server.inject({
      method: 'POST',
      url: '/api/messages',
      payload,
      cookies,
      headers: { 'accept-language': locale },
    });
    const set = Object.fromEntries(response.cookies.map(({ name, value }) => [name, value]));
    cookies = { ...cookies, ...set };
    const replies: ApiReply[] = response.json().turn.replies;
    shown = replies.flatMap(({ buttons }) => buttons.flat());
    const messages = replies.flatMap((reply) => renderReply(asReply(reply), core.texts));
    return {
      text: messages.map(({ text }) => text).join('\n'),
      labels: messages.flatMap(
        ({ keyboard }) => keyboard?.inline_keyboard.flat().map(({ text }) => text) ?? [],
      ),
    };
  }
  return {
    list: () => send({ command: 'guide' }),
    press(label) {
      const button = shown.find((one) => one.label.startsWith(label));
      if (button?.code === undefined)
        throw new Error(`no button "${label}" among: ${shown.map((one) => one.label).join(' | ')}`);
      return send({ action: button.code });
    },
    type: (text) => send({ text }),
  };
}

/** The neutral reply behind what the web's interface sent. */
function asReply(reply: ApiReply): Reply {
  const buttons = reply.buttons.map((row) =>
    row.map((button): Button => {
      const { label, code, url, copy } = button;
      if (url !== undefined) return { label, url };
      if (copy !== undefined) return { label, copy };
      const action = code === undefined ? null : decodeAction(code);
      if (action === null) throw new Error(`the web sent a button that nobody can press: ${label}`);
      return { label, action };
    }),
  );
  return { ...reply, buttons };
}
