import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, it } from 'vitest';
import { StoreFailure } from '../../src/store/failure.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { manualClock } from '../support/clock.ts';
import { freshPostgres } from '../support/database.ts';
import { minute, silent, update } from './contract/given.ts';

const options = { clock: manualClock(), logger: silent };

it('lets replicas start together on an empty database', async () => {
  const url = await freshPostgres();
  const stores = await Promise.all([1, 2, 3, 4].map(() => openStore(url, options)));
  await Promise.all(stores.map((store) => store.ping()));
  await Promise.all(stores.map((store) => store.close()));
});

it('keeps each chat’s order and handles nothing twice over three replicas', async () => {
  const url = await freshPostgres();
  const replicas = await Promise.all([1, 2, 3].map(() => openStore(url, options)));
  const [first] = replicas as [Store];
  const chats = Array.from({ length: 12 }, (_, chat) => `chat${chat}`);
  const positions = [1, 2, 3, 4, 5, 6, 7, 8];
  const handled: string[] = [];
  const inHand = new Set<string>();
  const work = async (store: Store, owner: string) => {
    for (let idle = 0; idle < 10; ) {
      const claims = await store.inbox.claim({ owner, limit: 4, leaseMs: minute });
      idle = claims.length === 0 ? idle + 1 : 0;
      const clashes = claims.filter((claim) => inHand.has(claim.chat));
      expect(clashes).toEqual([]);
      for (const claim of claims) inHand.add(claim.chat);
      for (const claim of claims) {
        handled.push(claim.updateId);
        inHand.delete(claim.chat);
        expect(await store.inbox.done(claim)).toBe(true);
      }
    }
  };
  // Every replica is told of every update, late ones out of order, while the others already work.
  const telling = Promise.all(
    replicas.map(async (store) => {
      for (const position of positions) await store.inbox.store(chats.map((chat) => update(chat, position)));
    }),
  );
  await Promise.all([
    telling,
    ...replicas.flatMap((store, at) => [work(store, `a${at}`), work(store, `b${at}`)]),
  ]);
  await work(first, 'rest');
  const expected = chats.flatMap((chat) => positions.map((position) => `${chat}-${position}`));
  expect([...handled].sort()).toEqual([...expected].sort());
  for (const chat of chats) {
    expect(handled.filter((id) => id.startsWith(`${chat}-`))).toEqual(
      positions.map((position) => `${chat}-${position}`),
    );
  }
  await Promise.all(replicas.map((store) => store.close()));
});

it('refuses in one line without the password when the server is out of reach', async () => {
  const url = 'postgres://bagdar:hunter2@127.0.0.1:1/bagdar';
  const refused = await openStore(url, options).catch((error: unknown) => error as Error);
  expect(refused).toBeInstanceOf(StoreFailure);
  expect((refused as Error).message).toMatch(
    /^DATABASE_URL: postgres:\/\/127\.0\.0\.1:1\/bagdar cannot be used: .+$/,
  );
  expect((refused as Error).message).not.toContain('hunter2');
});

it('starts though the server greets the first connection too late', async () => {
  const url = new URL(await freshPostgres());
  const target = Number(url.port);
  let greeted = 0;
  const slow = createServer((client) => {
    client.on('error', () => undefined);
    greeted += 1;
    if (greeted === 1) return;
    const server = connect(target, url.hostname);
    server.on('error', () => undefined);
    client.pipe(server).pipe(client);
  });
  await new Promise<void>((done) => slow.listen(0, '127.0.0.1', done));
  url.port = String((slow.address() as AddressInfo).port);
  const store = await openStore(url.href, options);
  await store.ping();
  expect(greeted).toBeGreaterThan(1);
  await store.close();
  slow.close();
});
