import { describe, expect, it } from 'vitest';
import { day, fresh, type Given, minute } from './given.ts';

/** Sessions, contexts and conversations: what keeps a talk going. */
export function talkContract(given: () => Given): void {
  describe('sessions', () => {
    it('finds the person of a live session until it ends', async () => {
      const { store, clock } = given();
      const { id } = await store.people.arrive('web', fresh());
      const token = await store.sessions.open(id, minute);
      expect(await store.sessions.find(token)).toMatchObject({ personId: id });
      clock.advance(minute);
      expect(await store.sessions.find(token)).toBeNull();
      expect(await store.sessions.renew(token, day)).toBe(false);
      expect(await store.sessions.purge()).toBeGreaterThan(0);
    });

    it('lasts longer when renewed and ends when closed', async () => {
      const { store, clock } = given();
      const { id } = await store.people.arrive('web', fresh());
      const token = await store.sessions.open(id, minute);
      expect(await store.sessions.renew(token, day)).toBe(true);
      clock.advance(2 * minute);
      expect(await store.sessions.find(token)).not.toBeNull();
      await store.sessions.close(token);
      expect(await store.sessions.find(token)).toBeNull();
    });

    it('knows no other token', async () => {
      const { store } = given();
      for (const token of ['', 'x', '\0', "' or 1=1 --", 'a'.repeat(10_000)]) {
        expect(await store.sessions.find(token)).toBeNull();
      }
    });
  });

  describe('contexts', () => {
    it('keeps the last topic, the question masked', async () => {
      const { store } = given();
      const { id } = await store.people.arrive('web', fresh());
      await store.contexts.set(id, { entry: 'a.b' });
      await store.contexts.set(id, { entry: 'kandas.how', region: 'KZ-75', question: 'жсн 870512400123' });
      expect(await store.contexts.get(id)).toEqual({
        entry: 'kandas.how',
        region: 'KZ-75',
        question: 'жсн [iin]',
      });
    });

    it('grows too old, and can be cleared and purged', async () => {
      const { store, clock } = given();
      const { id } = await store.people.arrive('web', fresh());
      await store.contexts.set(id, { entry: 'a.b' });
      clock.advance(minute);
      expect(await store.contexts.get(id, minute)).not.toBeNull();
      expect(await store.contexts.get(id, minute - 1)).toBeNull();
      await store.contexts.clear(id);
      expect(await store.contexts.get(id)).toBeNull();
      await store.contexts.set(id, { entry: 'a.b' });
      clock.advance(minute);
      expect(await store.contexts.purge(clock.now())).toBeGreaterThan(0);
      expect(await store.contexts.get(id)).toBeNull();
    });
  });

  describe('history', () => {
    it('keeps both sides in order, the newest when there are too many', async () => {
      const { store } = given();
      const { id } = await store.people.arrive('web', fresh());
      await store.history.append(
        id,
        [
          { author: 'user', payload: 'бір \0 \ud800' },
          { author: 'bot', payload: { n: 2 } },
        ],
        3,
      );
      await store.history.append(
        id,
        [
          { author: 'user', payload: 'үш' },
          { author: 'bot', payload: { n: 4 } },
        ],
        3,
      );
      const kept = await store.history.list(id, 50);
      expect(kept.map(({ author, payload }) => [author, payload])).toEqual([
        ['bot', { n: 2 }],
        ['user', 'үш'],
        ['bot', { n: 4 }],
      ]);
      expect((await store.history.list(id, 1)).map(({ payload }) => payload)).toEqual([{ n: 4 }]);
    });

    it("of one person is not another's, and can be cleared and purged", async () => {
      const { store, clock } = given();
      const [one, two] = [
        await store.people.arrive('web', fresh()),
        await store.people.arrive('web', fresh()),
      ];
      await store.history.append(one.id, [{ author: 'user', payload: 'менікі' }], 50);
      await store.history.append(two.id, [{ author: 'user', payload: 'сенікі' }], 50);
      await store.history.clear(one.id);
      expect(await store.history.list(one.id, 50)).toEqual([]);
      expect(await store.history.list(two.id, 50)).toHaveLength(1);
      clock.advance(minute);
      expect(await store.history.purge(clock.now())).toBeGreaterThan(0);
      expect(await store.history.list(two.id, 50)).toEqual([]);
    });
  });

  describe('conversations', () => {
    it('keeps any JSON, hostile text included', async () => {
      const { store } = given();
      const key = fresh();
      const value = { version: [0, 'v2'], state: { text: 'қ\0\ud800 " \' \u202e', list: [1, null] } };
      expect(await store.conversations.write('telegram', key, value)).toBe(1);
      expect(await store.conversations.read('telegram', key)).toEqual({ value, revision: 1 });
      expect(await store.conversations.read('web', key)).toBeNull();
    });

    it('counts revisions and refuses a write over somebody else’s', async () => {
      const { store } = given();
      const key = fresh();
      expect(await store.conversations.write('web', key, 'a', { expected: 0 })).toBe(1);
      expect(await store.conversations.write('web', key, 'b', { expected: 0 })).toBeNull();
      expect(await store.conversations.write('web', key, 'b', { expected: 1 })).toBe(2);
      expect(await store.conversations.write('web', key, 'c', { expected: 1 })).toBeNull();
      expect(await store.conversations.write('web', key, 'd')).toBe(3);
      expect(await store.conversations.read('web', key)).toEqual({ value: 'd', revision: 3 });
    });

    it('lets one of two simultaneous writers through', async () => {
      const { store } = given();
      const key = fresh();
      await store.conversations.write('web', key, 'start');
      const results = await Promise.all(
        ['a', 'b', 'c', 'd'].map((value) => store.conversations.write('web', key, value, { expected: 1 })),
      );
      expect(results.filter((revision) => revision !== null)).toEqual([2]);
    });

    it('deletes, and sweeps abandoned ones', async () => {
      const { store, clock } = given();
      const [gone, old, young] = [fresh(), fresh(), fresh()];
      await store.conversations.write('telegram', gone, 1);
      await store.conversations.delete('telegram', gone);
      expect(await store.conversations.read('telegram', gone)).toBeNull();
      await store.conversations.write('telegram', old, 1);
      clock.advance(minute);
      await store.conversations.write('telegram', young, 1);
      await store.conversations.purge(clock.now());
      expect(await store.conversations.read('telegram', old)).toBeNull();
      expect(await store.conversations.read('telegram', young)).not.toBeNull();
    });
  });
}
