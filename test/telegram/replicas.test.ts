import { afterEach, expect, it } from 'vitest';
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
async function replica(url: string, api: FakeBotApi, owner: string): Promise<Replica> {
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
