import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { applyRetention, RetentionPolicy } from '../../src/privacy/retention.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { day, minute, question, reminder, silent, update } from '../store/contract/given.ts';
import { type ManualClock, manualClock } from '../support/clock.ts';

const policy = RetentionPolicy.parse(
  parse(readFileSync(new URL('../../content/policy/retention.yaml', import.meta.url), 'utf8')),
);

let clock: ManualClock;
let store: Store;
beforeEach(async () => {
  clock = manualClock();
  store = await openStore('sqlite::memory:', { clock, logger: silent });
});
afterEach(() => store.close());

/** One person with one of everything; their update is done. */
async function traces(): Promise<{ id: string; asked: string }> {
  const { id } = await store.people.arrive('telegram', '1');
  await store.sessions.open(id, minute);
  await store.contexts.set(id, { entry: 'a.b' });
  const asked = await store.questions.record(question(id));
  await store.conversations.write('telegram', '1', {});
  await store.inbox.store([update('1', 1)]);
  await store.inbox.doneAll(await store.inbox.claim({ owner: 'one', limit: 9, leaseMs: minute }));
  await store.limits.use('questions:1', minute, '1');
  await store.audit.write({ channel: 'telegram', actor: '1', action: 'x', target: null, details: {} });
  return { id, asked };
}

describe('retention', () => {
  it('deletes nothing before its time', async () => {
    await traces();
    const deleted = await applyRetention(store, policy, 90, clock);
    expect(Object.values(deleted).every((count) => count === 0)).toBe(true);
  });

  it('deletes each kind after its time', async () => {
    const { id, asked } = await traces();
    clock.advance(Math.max(policy.conversations, policy.contexts, policy.inbox, policy.limits) * day + 1);
    const first = await applyRetention(store, policy, 90, clock);
    expect(first).toMatchObject({
      sessions: 1,
      conversations: 1,
      contexts: 1,
      inbox: 1,
      limits: 1,
      questions: 0,
      people: 0,
    });
    clock.advance(90 * day);
    expect(await applyRetention(store, policy, 90, clock)).toMatchObject({ questions: 1, people: 0 });
    expect(await store.questions.byId(asked)).toBeNull();
    clock.advance(policy.people * day);
    expect(await applyRetention(store, policy, 90, clock)).toMatchObject({ people: 1 });
    expect(await store.people.byId(id)).toBeNull();
    clock.advance(policy.audit * day);
    expect(await applyRetention(store, policy, 90, clock)).toMatchObject({ audit: 1 });
  });

  it('deletes checklists nobody touched and reminders whose time is long past', async () => {
    const { id } = await store.people.arrive('telegram', '1');
    await store.checklists.keep(id, 'kandas.documents', ['a']);
    await store.reminders.set(id, { ...reminder, dueAt: new Date(clock.now().getTime() + day) }, 9);
    clock.advance(policy.reminders * day);
    expect(await applyRetention(store, policy, 90, clock)).toMatchObject({ checklists: 0, reminders: 0 });
    clock.advance(day + 1);
    expect(await applyRetention(store, policy, 90, clock)).toMatchObject({ checklists: 0, reminders: 1 });
    clock.advance((policy.checklists - policy.reminders) * day);
    expect(await applyRetention(store, policy, 90, clock)).toMatchObject({ checklists: 1 });
  });

  it('never forgets an update that is not finished', async () => {
    await store.inbox.store([update('1', 1)]);
    clock.advance(1000 * day);
    await applyRetention(store, policy, 90, clock);
    expect(await store.inbox.depth()).toMatchObject({ waiting: 1 });
  });

  it('refuses a policy that would let Telegram’s repeats in', () => {
    expect(RetentionPolicy.safeParse({ ...policy, inbox: 1 }).success).toBe(false);
  });
});
