import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../src/operations/clock.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { readUpdate, type SlimUpdate } from '../../src/telegram/updates.ts';
import { createWorker, type Worker } from '../../src/telegram/worker.ts';
import { quiet } from '../support/quiet.ts';

let store: Store;
let worker: Worker | undefined;
beforeEach(async () => {
  store = await openStore('sqlite::memory:', { clock: systemClock, logger: quiet });
});
afterEach(async () => {
  await worker?.stop();
  await store.close();
});

let nextId = 1;
const said = (chat: number, text: string) => {
  nextId += 1;
  const from = { id: chat, is_bot: false };
  const update = readUpdate({
    update_id: nextId,
    message: { message_id: nextId, date: 1, chat: { id: chat, type: 'private' }, from, text },
  });
  if (update === null) throw new Error('not an update');
  return update;
};

/** A worker whose handlers end when told, and what it began and ended, in order. */
function begin(handled: (update: SlimUpdate) => Promise<void>): Worker {
  worker = createWorker({
    inbox: store.inbox,
    owner: 'test',
    handle: handled,
    logger: quiet,
    idleMs: 5,
    retryMs: 1,
    random: () => 0,
  });
  worker.start();
  return worker;
}
const textOf = (update: SlimUpdate): string => update.message?.text ?? '';

/** A promise to be kept from outside. */
function gate(): { readonly open: () => void; readonly opened: Promise<void> } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

it('handles one chat in order and does not let it hold up another', async () => {
  const order: string[] = [];
  const first = gate();
  const other = gate();
  const end = gate();
  await store.inbox.store([said(1, 'a1'), said(1, 'a2'), said(2, 'b1')]);
  begin(async (update) => {
    const text = textOf(update);
    if (text === 'a1') await first.opened;
    order.push(text);
    if (text === 'b1') other.open();
    if (text === 'a2') end.open();
  });
  await other.opened;
  expect(order).toEqual(['b1']);
  first.open();
  await end.opened;
  expect(order).toEqual(['b1', 'a1', 'a2']);
});

it('goes on with the chat after an update that fails three times', async () => {
  const tries: string[] = [];
  const end = gate();
  await store.inbox.store([said(1, 'poison'), said(1, 'next')]);
  begin(async (update) => {
    tries.push(textOf(update));
    if (textOf(update) === 'poison') throw new Error('a fault of ours');
    end.open();
  });
  await end.opened;
  expect(tries).toEqual(['poison', 'poison', 'poison', 'next']);
  await worker?.stop();
  expect(await store.inbox.depth()).toMatchObject({ waiting: 0, leased: 0, parked: 1 });
});

it('leaves nothing claimed when it stops', async () => {
  const held = gate();
  const started = gate();
  await store.inbox.store([said(1, 'a1'), said(1, 'a2')]);
  const stopping = begin(async () => {
    started.open();
    await held.opened;
  });
  await started.opened;
  const stopped = stopping.stop();
  held.open();
  await stopped;
  expect(await store.inbox.depth()).toMatchObject({ waiting: 1, leased: 0, parked: 0 });
});

it('handles what another process left behind', async () => {
  await store.inbox.store([said(1, 'left')]);
  await store.inbox.claim({ owner: 'killed', limit: 1, leaseMs: 0 });
  const end = gate();
  begin(async () => end.open());
  await end.opened;
});
