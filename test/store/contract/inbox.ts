import { beforeEach, describe, expect, it } from 'vitest';
import type { ClaimedUpdate } from '../../../src/store/ports/inbox.ts';
import { fresh, type Given, minute, update } from './given.ts';

export function inboxContract(given: () => Given): void {
  const claim = (owner = 'one', limit = 10): Promise<readonly ClaimedUpdate[]> =>
    given().store.inbox.claim({ owner, limit, leaseMs: minute });
  const only = (claims: readonly ClaimedUpdate[]): ClaimedUpdate => {
    expect(claims).toHaveLength(1);
    return claims[0] as ClaimedUpdate;
  };

  describe('inbox', () => {
    beforeEach(async () => {
      const { store, clock } = given();
      clock.advance(60 * minute);
      for (let left = 50; left > 0; left -= 1) {
        const open = await claim('cleaner', 1000);
        if (open.length === 0) break;
        await store.inbox.doneAll(open);
      }
      clock.advance(minute);
      await store.inbox.purge(clock.now());
    });

    it('gives back what was stored', async () => {
      const { store, clock } = given();
      const stored = update(fresh(), 1, { payload: { text: 'қ\0\ud83d', n: [1, null] } });
      expect(await store.inbox.store([stored])).toBe(1);
      expect(only(await claim())).toMatchObject({
        ...stored,
        attempts: 1,
        owner: 'one',
        receivedAt: clock.now(),
      });
    });

    it('ignores repeated updates, in one call and after they were done', async () => {
      const { store } = given();
      const one = update(fresh(), 1);
      expect(await store.inbox.store([one, one])).toBe(1);
      await store.inbox.done(only(await claim()));
      expect(await store.inbox.store([one, update(one.chat, 2)])).toBe(1);
      expect(only(await claim()).position).toBe(2);
    });

    it('keeps the order of a chat, one in hand at a time', async () => {
      const { store } = given();
      const chat = fresh();
      await store.inbox.store([3, 1, 2].map((position) => update(chat, position)));
      for (const position of [1, 2, 3]) {
        const current = only(await claim());
        expect(current.position).toBe(position);
        expect(await claim('two')).toEqual([]);
        expect(await store.inbox.done(current)).toBe(true);
      }
    });

    it('hands out many chats at once, oldest first', async () => {
      const { store } = given();
      const chats = [fresh(), fresh(), fresh()];
      for (const position of [1, 2]) await store.inbox.store(chats.map((chat) => update(chat, position)));
      const claims = await claim('one', 2);
      expect(claims.map((one) => [one.chat, one.position])).toEqual([
        [chats[0], 1],
        [chats[1], 1],
      ]);
      expect(only(await claim('two')).chat).toBe(chats[2]);
      expect(await store.inbox.doneAll(claims)).toBe(2);
    });

    it('does not start an earlier update that came late while a later one is in hand', async () => {
      const { store } = given();
      const chat = fresh();
      await store.inbox.store([update(chat, 6)]);
      const later = only(await claim());
      await store.inbox.store([update(chat, 5)]);
      expect(await claim()).toEqual([]);
      await store.inbox.done(later);
      expect(only(await claim()).position).toBe(5);
    });

    it('takes over what a dead process had in hand, whose late word no longer counts', async () => {
      const { store, clock } = given();
      await store.inbox.store([update(fresh(), 1)]);
      const dead = only(await claim('dead'));
      clock.advance(minute);
      const taken = only(await claim('alive'));
      expect(taken).toMatchObject({ seq: dead.seq, attempts: 2, owner: 'alive' });
      expect(await store.inbox.done(dead)).toBe(false);
      expect(await store.inbox.extend(dead, minute)).toBe(false);
      expect(await store.inbox.fail(dead, 'late')).toBe('lost');
      expect(await store.inbox.done(taken)).toBe(true);
    });

    it('keeps a claim that is extended', async () => {
      const { store, clock } = given();
      await store.inbox.store([update(fresh(), 1)]);
      const mine = only(await claim());
      clock.advance(minute / 2);
      expect(await store.inbox.extend(mine, minute)).toBe(true);
      clock.advance(minute / 2);
      expect(await claim('two')).toEqual([]);
    });

    it('tries a failing update again after its delay, then parks it and lets the chat go on', async () => {
      const { store, clock } = given();
      const chat = fresh();
      await store.inbox.store([update(chat, 1), update(chat, 2)]);
      expect(await store.inbox.fail(only(await claim()), 'broken', { delayMs: minute })).toBe('waiting');
      expect(await claim()).toEqual([]);
      clock.advance(minute);
      expect(await store.inbox.fail(only(await claim()), 'broken')).toBe('waiting');
      expect(await store.inbox.fail(only(await claim()), 'broken')).toBe('parked');
      expect(only(await claim()).position).toBe(2);
      expect(await store.inbox.depth()).toMatchObject({ waiting: 0, leased: 1, parked: 1 });
    });

    it('parks an update that kills its process three times', async () => {
      const { store, clock } = given();
      const chat = fresh();
      await store.inbox.store([update(chat, 1), update(chat, 2)]);
      for (const attempts of [1, 2, 3]) {
        expect(only(await claim()).attempts).toBe(attempts);
        clock.advance(minute);
      }
      expect(only(await claim()).position).toBe(2);
    });

    it('frees what an owner holds without counting the try', async () => {
      const { store } = given();
      await store.inbox.store([update(fresh(), 1)]);
      await claim('stopping');
      expect(await store.inbox.release('stopping')).toBe(1);
      expect(only(await claim('next')).attempts).toBe(1);
    });

    it('parks at once when told', async () => {
      const { store } = given();
      await store.inbox.store([update(fresh(), 1)]);
      const mine = only(await claim());
      expect(await store.inbox.park(mine, 'not an update')).toBe(true);
      expect(await claim()).toEqual([]);
    });

    it('tells why updates were given up', async () => {
      const { store } = given();
      const reason = `reason ${fresh()}`;
      for (const chat of [fresh(), fresh()].map((id) => `poison${id}`)) {
        await store.inbox.store([update(chat, 1)]);
        const claims = await store.inbox.claim({ owner: 'doctor', limit: 500, leaseMs: minute });
        for (const claim of claims) {
          await (claim.chat === chat ? store.inbox.park(claim, reason) : store.inbox.done(claim));
        }
      }
      expect(await store.inbox.parkedReasons(100)).toContainEqual({ reason, count: 2 });
    });

    it('tells its depth and age', async () => {
      const { store, clock } = given();
      expect(await store.inbox.depth()).toEqual({ waiting: 0, leased: 0, parked: 0, oldest: null });
      const came = clock.now();
      await store.inbox.store([update(fresh(), 1), update(fresh(), 1)]);
      clock.advance(minute);
      await claim('one', 1);
      expect(await store.inbox.depth()).toEqual({ waiting: 1, leased: 1, parked: 0, oldest: came });
    });

    it('stores thousands in one call', async () => {
      const { store } = given();
      const chat = fresh();
      const many = Array.from({ length: 1200 }, (_, position) => update(chat, position));
      expect(await store.inbox.store(many)).toBe(1200);
      expect(await store.inbox.store([])).toBe(0);
      let handled = 0;
      for (let current = await claim(); current.length > 0 && handled < 5; current = await claim()) {
        expect(current[0]?.position).toBe(handled);
        handled += await store.inbox.doneAll(current);
      }
      expect(await store.inbox.doneAll([])).toBe(0);
      // Leaves the rest to nobody: one person's data goes with them.
      const person = await store.people.arrive('telegram', chat);
      await store.deleteEverything(person.id);
      expect((await store.inbox.depth()).waiting).toBe(0);
    });

    it('hands each update to exactly one of several claimers, in order, under contention', async () => {
      const { store } = given();
      const chats = Array.from({ length: 8 }, fresh);
      const all = chats.flatMap((chat) => [1, 2, 3, 4].map((position) => update(chat, position)));
      await store.inbox.store(all);
      const handled: string[] = [];
      const inHand = new Set<string>();
      const worker = async (owner: string) => {
        for (let idle = 0; idle < 20; ) {
          const claims = await store.inbox.claim({ owner, limit: 3, leaseMs: minute });
          idle = claims.length === 0 ? idle + 1 : 0;
          for (const one of claims) {
            expect(inHand.has(one.chat)).toBe(false);
            inHand.add(one.chat);
          }
          for (const one of claims) {
            handled.push(one.updateId);
            inHand.delete(one.chat);
            expect(await store.inbox.done(one)).toBe(true);
          }
        }
      };
      await Promise.all(['a', 'b', 'c', 'd'].map(worker));
      expect([...handled].sort()).toEqual(all.map((one) => one.updateId).sort());
      for (const chat of chats) {
        const order = handled.filter((id) => id.startsWith(`${chat}-`));
        expect(order).toEqual([1, 2, 3, 4].map((position) => `${chat}-${position}`));
      }
    });
  });
}
