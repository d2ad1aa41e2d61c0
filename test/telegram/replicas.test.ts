import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/operations/clock.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { createTelegram, type TelegramChannel } from '../../src/telegram/channel.ts';
import { type FakeBotApi, startBotApi } from '../support/bot-api/server.ts';
import { freshPostgres } from '../support/database.ts';
import { quiet } from '../support/quiet.ts';
import { smallAnswerer } from '../support/small-answerer.ts';
import { realConversation } from '../support/telegram-run.ts';
import { texts } from '../support/texts.ts';

const open: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.stop();
});

interface Replica {
  readonly store: Store;
  readonly channel: TelegramChannel;
  readonly ready: () => boolean;
}

/** A process of its own in all but name: its own connections, nothing shared in memory. */
async function replica(
  url: string,
  api: FakeBotApi,
  owner: string,
  changes: Partial<Parameters<typeof createTelegram>[0]> = {},
): Promise<Replica> {
  const store = await openStore(url, { clock: systemClock, logger: quiet });
  let up = false;
  const channel = createTelegram({
    config: { mode: 'polling', token: api.token, apiRoot: api.root },
    conversation: realConversation(store, smallAnswerer),
    answerer: smallAnswerer,
    texts,
    people: store.people,
    inbox: store.inbox,
    leases: store.leases,
    conversations: store.conversations,
    logger: quiet,
    owner,
    health: {
      up: () => {
        up = true;
      },
      down: () => {
        up = false;
      },
    },
    idleMs: 10,
    holdSeconds: 1,
    turnMs: 250,
    hints: store.hints,
    ...changes,
  });
  open.push({
    async stop() {
      await channel.stop();
      await store.close();
    },
  });
  channel.start();
  return { store, channel, ready: () => up };
}

it('only one of two replicas polls, both are ready, and the other takes over when it stops', async () => {
  const url = await freshPostgres();
  const api = await startBotApi();
  open.push({ stop: () => api.close() });
  const first = await replica(url, api, 'first');
  await api.until(() => (api.callsOf('getUpdates').length > 0 ? true : undefined));
  const second = await replica(url, api, 'second');
  const person = api.user(5, 'kk');
  person.says('тізбе');
  expect((await person.next()).text).toContain('15 желтоқсанға');
  await api.until(() => (first.ready() && second.ready() ? true : undefined));
  expect(api.callsOf('getUpdates').filter(({ code }) => code === 409)).toEqual([]);
  expect(await first.store.leases.holder('telegram-poller')).toMatchObject({ owner: 'first' });

  await first.channel.stop();
  person.says('тізбе');
  expect((await person.next()).text).toContain('15 желтоқсанға');
  expect(await second.store.leases.holder('telegram-poller')).toMatchObject({ owner: 'second' });
});

describe('what one replica was told by Telegram', () => {
  const secret = 'a-secret_of-the-webhook';
  /** Nobody comes to look by themselves. */
  const unlooked = { idleMs: 60_000, leaseMs: 600_000, concurrency: 2 };
  let api: FakeBotApi;
  let first: Replica;
  let updates = 0;
  beforeEach(async () => {
    const url = await freshPostgres();
    api = await startBotApi();
    open.push({ stop: () => api.close() });
    const config = {
      mode: 'webhook',
      token: api.token,
      apiRoot: api.root,
      url: 'https://bagdar.example.kz',
      secret,
    } as const;
    first = await replica(url, api, 'first', { ...unlooked, config });
    const second = await replica(url, api, 'second', { ...unlooked, config });
    await api.until(() => (first.ready() && second.ready() ? true : undefined));
  });
  const tell = async (person: number, text: string): Promise<void> => {
    updates += 1;
    const from = { id: person, is_bot: false, language_code: 'kk' };
    const chat = { id: person, type: 'private' };
    const message = { message_id: updates, date: 1, chat, from, text };
    expect(await first.channel.webhook?.take({ update_id: updates, message })).toBe(200);
  };

  it('is taken by another at once when the first has its hands full', async () => {
    const people = [1, 2, 3, 4].map((id) => api.user(id, 'kk'));
    api.fail('sendMessage', { kind: 'slow', ms: 5000 }, 2);
    await tell(1, 'тізбе');
    await tell(2, 'тізбе');
    await vi.waitUntil(() => api.callsOf('sendMessage').length === 2);
    await tell(3, 'тізбе');
    await tell(4, 'тізбе');
    for (const one of people.slice(2)) expect((await one.next()).text).toContain('15 желтоқсанға');
    expect(people.slice(0, 2).map((one) => one.unread())).toEqual([0, 0]);
  });

  it('is taken at once by whoever has its chat in hand, as soon as that ends', async () => {
    const person = api.user(7, 'kk');
    api.fail('sendMessage', { kind: 'slow', ms: 200 });
    await tell(7, 'тізбе');
    await vi.waitUntil(() => api.callsOf('sendMessage').length === 1);
    await tell(7, 'тізбе');
    for (let answer = 0; answer < 2; answer += 1) {
      expect((await person.next()).text).toContain('15 желтоқсанға');
    }
  });
});
