import { describe, expect, it } from 'vitest';
import type { Replica } from '../../../src/store/ports/replicas.ts';
import { fresh, type Given, minute } from './given.ts';

/** Leases, staff, audit and limits. */
export function operationsContract(given: () => Given): void {
  describe('leases', () => {
    it('has one holder, who can renew', async () => {
      const { store, clock } = given();
      const name = `sender-${fresh()}`;
      const first = await store.leases.acquire(name, 'a', minute);
      expect(first).toMatchObject({ owner: 'a', term: 1 });
      expect(await store.leases.acquire(name, 'b', minute)).toBeNull();
      clock.advance(minute / 2);
      expect(await store.leases.acquire(name, 'a', minute)).toMatchObject({ term: 1 });
      expect(await store.leases.holder(name)).toMatchObject({ owner: 'a' });
    });

    it('is taken over after it ran out, in a new term', async () => {
      const { store, clock } = given();
      const name = `sender-${fresh()}`;
      await store.leases.acquire(name, 'a', minute);
      clock.advance(minute);
      expect(await store.leases.holder(name)).toBeNull();
      expect(await store.leases.acquire(name, 'b', minute)).toMatchObject({ owner: 'b', term: 2 });
      expect(await store.leases.acquire(name, 'a', minute)).toBeNull();
    });

    it('is free at once when released, and only by its owner', async () => {
      const { store } = given();
      const name = `sender-${fresh()}`;
      await store.leases.acquire(name, 'a', minute);
      await store.leases.release(name, 'b');
      expect(await store.leases.acquire(name, 'b', minute)).toBeNull();
      await store.leases.release(name, 'a');
      expect(await store.leases.acquire(name, 'b', minute)).toMatchObject({ owner: 'b', term: 2 });
    });

    it('goes to one of many who ask at once', async () => {
      const { store } = given();
      const name = `sender-${fresh()}`;
      const asked = await Promise.all(
        [...'abcdef'].map((owner) => store.leases.acquire(name, owner, minute)),
      );
      expect(asked.filter((lease) => lease !== null)).toHaveLength(1);
    });
  });

  describe('staff', () => {
    it('has one role a person, which can change and end', async () => {
      const { store } = given();
      const id = fresh();
      expect(await store.staff.roleOf('telegram', id)).toBeNull();
      await store.staff.set('telegram', id, 'operator');
      await store.staff.set('telegram', id, 'editor');
      expect(await store.staff.roleOf('telegram', id)).toBe('editor');
      expect(await store.staff.roleOf('web', id)).toBeNull();
      expect((await store.staff.list()).filter((member) => member.externalId === id)).toHaveLength(1);
      expect(await store.staff.remove('telegram', id)).toBe(true);
      expect(await store.staff.remove('telegram', id)).toBe(false);
    });
  });

  describe('audit', () => {
    it('lists what staff did, newest first', async () => {
      const { store, clock } = given();
      const actor = fresh();
      const entry = { channel: 'telegram', actor, target: null } as const;
      await store.audit.write({ ...entry, action: 'staff.added', details: { role: 'editor' } });
      await store.audit.write({ ...entry, action: 'staff.removed', details: {} });
      expect((await store.audit.list(2)).map((one) => one.action)).toEqual(['staff.removed', 'staff.added']);
      expect((await store.audit.list(2))[1]).toEqual({
        ...entry,
        action: 'staff.added',
        details: { role: 'editor' },
        at: clock.now(),
      });
      clock.advance(minute);
      expect(await store.audit.purge(clock.now())).toBeGreaterThan(1);
    });
  });

  describe('switches', () => {
    it('keeps a channel off with its words until it is on again', async () => {
      const { store, clock } = given();
      const change = { channel: 'web', reason: 'қате', banner: { kk: 'Жөндеу', ru: null } } as const;
      await store.switches.off(change);
      expect(await store.switches.list()).toEqual([{ ...change, since: clock.now() }]);
      await store.switches.off({ ...change, reason: 'басқа' });
      expect((await store.switches.list()).map(({ reason }) => reason)).toEqual(['басқа']);
      expect(await store.switches.on('web')).toBe(true);
      expect(await store.switches.on('web')).toBe(false);
      expect(await store.switches.list()).toEqual([]);
    });
  });

  describe('boards', () => {
    it('stand where they were put last, and are closed by one', async () => {
      const { store } = given();
      const announcement = fresh();
      const board = { announcement, chat: fresh(), messageId: 7, locale: 'ru', shown: 'a' } as const;
      await store.boards.open(board);
      const moved = { ...board, messageId: 8, locale: 'kk', shown: 'b' } as const;
      await store.boards.open(moved);
      expect(await store.boards.showed(board, 'c')).toBe(false);
      expect(await store.boards.showed(moved, 'c')).toBe(true);
      const listed = (await store.boards.list()).filter((one) => one.announcement === announcement);
      expect(listed).toEqual([{ ...moved, shown: 'c' }]);
      expect(await store.boards.close(announcement)).toBe(true);
      expect(await store.boards.close(announcement)).toBe(false);
    });
  });

  describe('approvals', () => {
    it('are asked for until one takes them away', async () => {
      const { store, clock } = given();
      const request = { announcement: fresh(), by: fresh(), startsAt: clock.now() };
      await store.approvals.ask({ ...request, startsAt: null });
      await store.approvals.ask(request);
      expect(await store.approvals.of(request.announcement)).toEqual(request);
      expect(await store.approvals.drop(request.announcement)).toBe(true);
      expect(await store.approvals.drop(request.announcement)).toBe(false);
      expect(await store.approvals.of(request.announcement)).toBeNull();
    });
  });

  describe('limits', () => {
    it('counts within a window and begins anew in the next', async () => {
      const { store, clock } = given();
      const key = `questions:${fresh()}`;
      const counts = await Promise.all([1, 2, 3].map(() => store.limits.use(key, minute)));
      expect(counts.sort()).toEqual([1, 2, 3]);
      clock.advance(minute);
      expect(await store.limits.use(key, minute)).toBe(1);
      clock.advance(2 * minute);
      expect(await store.limits.purge(clock.now())).toBeGreaterThan(0);
    });
  });

  describe('hints', () => {
    it('are heard in the process that tells, by topic, until the hearing ends', () => {
      const { hints } = given().store;
      const heard: string[] = [];
      const ends = (['inbox', 'pages'] as const).map((topic) => hints.hear(topic, () => heard.push(topic)));
      hints.tell('inbox');
      hints.tell('desk');
      hints.tellOthers('pages');
      expect(heard).toEqual(['inbox']);
      for (const end of ends) end();
      hints.tell('inbox');
      expect(heard).toEqual(['inbox']);
    });
  });

  describe('store', () => {
    it('answers a ping', async () => {
      await expect(given().store.ping()).resolves.toBeUndefined();
    });
  });

  describe('replicas', () => {
    it('see each other and what each serves, until one leaves or falls silent', async () => {
      const { store, clock } = given();
      const [one, two, three] = [fresh(), fresh(), fresh()].map((id) => ({
        id: `replica-${id}`,
        contentVersion: `v-${id}`,
        release: '1.0.0',
      })) as [Replica, Replica, Replica];
      await store.replicas.beat(one, minute);
      await store.replicas.beat(two, minute);
      clock.advance(minute / 2);
      await store.replicas.beat({ ...two, contentVersion: 'newer' }, minute);
      expect(await store.replicas.beat(three, minute)).toEqual(
        [one, { ...two, contentVersion: 'newer' }, three].sort((a, b) => (a.id < b.id ? -1 : 1)),
      );
      await store.replicas.leave(two.id);
      clock.advance(minute / 2 + 1);
      expect(await store.replicas.list(minute)).toEqual([three]);
    });
  });
}
