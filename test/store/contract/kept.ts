import { describe, expect, it } from 'vitest';
import { day, fresh, type Given, minute, reminder } from './given.ts';

const lease = { limit: 10, leaseMs: 2 * minute, channels: ['telegram', 'web'] } as const;

/** What people keep: checklists, reminders, the time zone. */
export function keptContract(given: () => Given): void {
  const somebody = async () => (await given().store.people.arrive('telegram', fresh())).id;

  describe('checklists', () => {
    it('are made once, and ticked and unticked', async () => {
      const { checklists } = given().store;
      const id = await somebody();
      expect(await checklists.keep(id, 'a.b', ['x', 'y'])).toMatchObject({ ticked: [], outdated: false });
      await checklists.keep(id, 'a.b', ['x', 'y'], { item: 'y', done: true });
      await checklists.keep(id, 'a.b', ['x', 'y'], { item: 'y', done: true });
      expect((await checklists.find(id, 'a.b'))?.ticked).toEqual(['y']);
      const unticked = await checklists.keep(id, 'a.b', ['x', 'y'], { item: 'y', done: false });
      expect(unticked.ticked).toEqual([]);
    });

    it('keep the ticks of papers that are still there, and say that others went', async () => {
      const { checklists } = given().store;
      const id = await somebody();
      for (const item of ['x', 'y']) await checklists.keep(id, 'a.b', ['x', 'y'], { item, done: true });
      const changed = await checklists.keep(id, 'a.b', ['y', 'z']);
      expect(changed).toMatchObject({ items: ['y', 'z'], ticked: ['y'], outdated: true });
      expect((await checklists.keep(id, 'a.b', ['y', 'z'])).outdated).toBe(false);
    });

    it('never tick what is no paper of theirs', async () => {
      const { checklists } = given().store;
      const id = await somebody();
      expect((await checklists.keep(id, 'a.b', ['x'], { item: 'q', done: true })).ticked).toEqual([]);
    });

    it('count two taps at once', async () => {
      const { checklists } = given().store;
      const id = await somebody();
      const items = ['a', 'b', 'c', 'd'];
      await checklists.keep(id, 'a.b', items);
      await Promise.all(items.map((item) => checklists.keep(id, 'a.b', items, { item, done: true })));
      expect((await checklists.find(id, 'a.b'))?.ticked).toEqual(items);
    });

    it('are listed by the last touch, closed, and purged when untouched', async () => {
      const { store, clock } = given();
      const id = await somebody();
      await store.checklists.keep(id, 'old', ['x']);
      clock.advance(minute);
      await store.checklists.keep(id, 'new', ['x']);
      expect((await store.checklists.list(id)).map(({ entry }) => entry)).toEqual(['new', 'old']);
      expect(await store.checklists.close(id, 'new')).toBe(true);
      expect(await store.checklists.close(id, 'new')).toBe(false);
      clock.advance(day);
      expect(await store.checklists.purge(clock.now())).toBeGreaterThan(0);
      expect(await store.checklists.list(id)).toEqual([]);
    });
  });

  describe('reminders', () => {
    /** One that is due in a minute. */
    const soon = async (changes: Partial<typeof reminder> = {}) => {
      const { store, clock } = given();
      const id = await somebody();
      const dueAt = new Date(clock.now().getTime() + minute);
      await store.reminders.set(id, { ...reminder, ...changes, dueAt }, 9);
      return id;
    };

    it('asked for twice are kept once, and no more than the most', async () => {
      const { reminders } = given().store;
      const id = await somebody();
      expect(await reminders.set(id, reminder, 2)).toBe('set');
      expect(await reminders.set(id, reminder, 2)).toBe('already');
      expect(await reminders.set(id, { ...reminder, time: 'before', day: '2026-06-30' }, 2)).toBe('set');
      expect(await reminders.set(id, { ...reminder, about: 'other' }, 2)).toBe('full');
      expect(await reminders.list(id)).toHaveLength(2);
      await reminders.cancelAbout(id, reminder.about, reminder.lastDay);
      expect(await reminders.list(id)).toEqual([]);
    });

    it('are cancelled by whom they belong to', async () => {
      const { reminders } = given().store;
      const id = await somebody();
      await reminders.set(id, reminder, 9);
      const [kept] = await reminders.list(id);
      expect(await reminders.cancel(await somebody(), kept?.id ?? '')).toBe(false);
      expect(await reminders.cancel(id, kept?.id ?? '')).toBe(true);
      expect(await reminders.list(id)).toEqual([]);
    });

    it('are claimed when due, once, with whom they are for', async () => {
      const { store, clock } = given();
      const id = await soon();
      expect(await store.reminders.claim(lease)).toEqual([]);
      clock.advance(minute);
      const [claim, ...more] = await store.reminders.claim(lease);
      expect(more).toEqual([]);
      expect(claim).toMatchObject({ personId: id, channel: 'telegram', blocked: false, attempts: 1 });
      expect(await store.reminders.claim(lease)).toEqual([]);
      expect(claim && (await store.reminders.done(claim))).toBe(true);
      expect(await store.reminders.list(id)).toEqual([]);
    });

    it('of a channel that is off wait', async () => {
      const { store, clock } = given();
      const id = await soon();
      clock.advance(minute);
      expect(await store.reminders.claim({ ...lease, channels: ['web'] })).toEqual([]);
      expect(await store.reminders.claim({ ...lease, channels: [] })).toEqual([]);
      await store.reminders.cancelAbout(id, reminder.about, reminder.lastDay);
    });

    it('that surely did not go out come again at their moment', async () => {
      const { store, clock } = given();
      await soon();
      clock.advance(minute);
      const [first] = await store.reminders.claim(lease);
      if (first === undefined) throw new Error('nothing was claimed');
      expect(await store.reminders.later(first, new Date(clock.now().getTime() + minute))).toBe(true);
      expect(await store.reminders.claim(lease)).toEqual([]);
      clock.advance(minute);
      const [second] = await store.reminders.claim(lease);
      expect(second).toMatchObject({ id: first.id, attempts: 2 });
      expect(await store.reminders.done(first)).toBe(false);
      expect(second && (await store.reminders.done(second))).toBe(true);
    });

    it('whose sender died are unclear and never claimed again', async () => {
      const { store, clock } = given();
      const id = await soon();
      clock.advance(minute);
      const [claim] = await store.reminders.claim(lease);
      clock.advance(lease.leaseMs);
      expect(await store.reminders.claim(lease)).toEqual([]);
      expect(await store.reminders.list(id)).toMatchObject([{ state: 'unclear' }]);
      // A sender that only overslept still knows how it ended.
      expect(claim && (await store.reminders.done(claim))).toBe(true);
    });

    it('that the channel refuses stay to be seen, and are purged', async () => {
      const { store, clock } = given();
      const id = await soon();
      clock.advance(minute);
      const [claim] = await store.reminders.claim(lease);
      expect(claim && (await store.reminders.settle(claim, 'failed'))).toBe(true);
      expect(await store.reminders.list(id)).toMatchObject([{ state: 'failed' }]);
      clock.advance(day);
      expect(await store.reminders.purge(clock.now())).toBe(1);
    });

    it('of somebody who blocked the bot are marked as theirs', async () => {
      const { store, clock } = given();
      const id = await soon();
      await store.people.block(id);
      clock.advance(minute);
      const [claim] = await store.reminders.claim(lease);
      expect(claim?.blocked).toBe(true);
      if (claim) await store.reminders.done(claim);
    });

    it('are moved to another moment while they wait', async () => {
      const { store, clock } = given();
      const id = await soon();
      const [kept] = await store.reminders.list(id);
      const later = new Date(clock.now().getTime() + day);
      await store.reminders.move(id, kept?.id ?? '', later);
      clock.advance(minute);
      expect(await store.reminders.claim(lease)).toEqual([]);
      expect((await store.reminders.list(id))[0]?.dueAt).toEqual(later);
      await store.reminders.cancelAbout(id, reminder.about, reminder.lastDay);
    });
  });

  it('remembers one time zone a person', async () => {
    const { reminders } = given().store;
    const id = await somebody();
    expect(await reminders.zoneOf(id)).toBeNull();
    await reminders.setZone(id, 'Asia/Urumqi');
    await reminders.setZone(id, 'Europe/Istanbul');
    expect(await reminders.zoneOf(id)).toBe('Europe/Istanbul');
  });
}
