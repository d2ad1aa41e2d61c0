import { describe, expect, it } from 'vitest';
import { Announcement, type Audience } from '../../../src/announcements/announcement.ts';
import { announcing, everywhere, place, sender, zones } from './announcing.ts';
import { day, fresh, type Given, minute } from './given.ts';

/** Announcements, their audiences and what people want to be told. Each test has a region of its own. */
export function announcementsContract(given: () => Given): void {
  const { announce, people, begun } = announcing(given);

  describe('announcements', () => {
    it('are stored as they were made, with a photo until Telegram has it', async () => {
      const { store, clock } = given();
      const bytes = new Uint8Array([1, 2, 255]);
      const definition = Announcement.parse({ text: { kk: 'a', ru: 'б' }, media: { kind: 'photo' } });
      const made = await announce(
        {},
        { definition, file: { name: 'a.png', bytes }, author: '7', paid: true },
      );
      expect(made).toMatchObject({
        kind: 'message',
        state: 'scheduled',
        author: '7',
        paid: true,
        revision: 1,
      });
      expect(made.startsAt).toEqual(clock.now());
      const file = await store.announcements.file(made.id);
      expect([file?.name, [...(file?.bytes ?? [])]]).toEqual(['a.png', [1, 2, 255]]);
      await store.announcements.keepFileId(made.id, 'file-1');
      expect((await store.announcements.byId(made.id))?.definition.media).toEqual({
        kind: 'photo',
        file_id: 'file-1',
      });
    });

    it('move only from the states named', async () => {
      const { store } = given();
      const { id } = await announce({}, { state: 'draft' });
      expect(await store.announcements.move(id, ['scheduled'], 'sending')).toBe(false);
      expect(await store.announcements.move(id, ['draft', 'paused'], 'scheduled')).toBe(true);
      expect(await store.announcements.discard(id)).toBe(false);
      expect(await store.announcements.move(id, ['scheduled'], 'stopped')).toBe(true);
      expect((await store.announcements.byId(id))?.finishedAt).not.toBeNull();
    });

    it('are due at their moment, urgent ones first', async () => {
      const { store, clock } = given();
      const later = await announce({}, { startsAt: new Date(clock.now().getTime() + minute) });
      const plain = await announce({});
      const urgent = Announcement.parse({ text: { kk: 'a', ru: 'б' }, urgent: true });
      const first = await announce({}, { definition: urgent });
      const due = (await store.announcements.due(clock.now())).map(({ id }) => id);
      expect(due).not.toContain(later.id);
      expect(due.indexOf(first.id)).toBe(0);
      expect(due).toContain(plain.id);
      for (const id of [later.id, plain.id, first.id])
        await store.announcements.move(id, ['scheduled'], 'stopped');
    });

    it('are current on the web while they are not withdrawn', async () => {
      const { store, clock } = given();
      const { id } = await announce({});
      const shown = async () =>
        (await store.announcements.current(new Date(clock.now().getTime() - day), 50)).some(
          (one) => one.id === id,
        );
      expect(await shown()).toBe(false);
      await store.announcements.move(id, ['scheduled'], 'sending');
      expect(await shown()).toBe(true);
      await store.announcements.withdraw(id);
      expect(await shown()).toBe(false);
      await store.announcements.move(id, ['sending'], 'stopped');
    });

    it('are purged with their ledger after they ended', async () => {
      const { store, clock } = given();
      const { id } = await begun(1);
      await store.announcements.move(id, ['sending'], 'stopped');
      while ((await store.announcements.purge(new Date(clock.now().getTime() + 1), 10)) > 0);
      expect(await store.announcements.byId(id)).toBeNull();
      expect(await store.ledger.report(id)).toEqual([]);
    });
  });

  describe('an audience', () => {
    it('holds each person once who fits every list', async () => {
      const { store } = given();
      const here = place();
      const [reader] = await people(1, { region: here, locale: 'kk-Arab', country: 'CN' });
      await people(1, { region: here, locale: 'ru', country: 'CN' });
      await people(1, { region: here, locale: 'kk-Arab', country: 'MN' });
      const audience: Partial<Audience> = {
        regions: [here],
        languages: ['kk'],
        scripts: ['arab'],
        countries: ['CN'],
      };
      const made = await announce(audience);
      expect(await store.ledger.resolve(made, zones, 10)).toBe(1);
      expect(await store.ledger.resolve(made, zones, 10)).toBe(0);
      const claims = await store.ledger.claim(made.id, sender, everywhere);
      expect(claims.map(({ personId, locale }) => [personId, locale])).toEqual([[reader, 'kk-Arab']]);
      expect(await store.announcements.reach(made.definition.audience, false)).toEqual(
        new Map([['kk-Arab', 1]]),
      );
    });

    it('leaves out who blocked, stopped, muted, switched the topic off, or only visits the web', async () => {
      const { store, clock } = given();
      const here = place();
      const [blocked, stopped, muted, off, half, listening] = (await people(6, { region: here })) as [
        string,
        string,
        string,
        string,
        string,
        string,
      ];
      const web = await store.people.arrive('web', fresh());
      await store.people.prefer(web.id, { region: here }, 'choice');
      await store.people.block(blocked);
      await store.subscriptions.stop(stopped, null);
      await store.subscriptions.stop(muted, new Date(clock.now().getTime() + minute));
      for (const topic of ['kandas', 'visa']) await store.subscriptions.setTopic(off, topic, false);
      await store.subscriptions.setTopic(half, 'kandas', false);
      const made = await announce({ regions: [here], topics: ['kandas', 'visa'] });
      await store.ledger.resolve(made, zones, 10);
      const claims = await store.ledger.claim(made.id, sender, everywhere);
      expect(claims.map(({ personId }) => personId).sort()).toEqual([half, listening].sort());
      clock.advance(minute);
      const reach = await store.announcements.reach(made.definition.audience, false);
      expect([...reach.values()]).toEqual([3]);
    });

    it('leaves out readers of Russian when nothing is written for them', async () => {
      const { store } = given();
      const here = place();
      await people(2, { region: here, locale: 'ru' });
      await people(1, { region: here, locale: 'kk' });
      const definition = Announcement.parse({
        text: { kk: 'a' },
        without_ru: 'skip',
        audience: { regions: [here] },
      });
      const made = await announce({}, { definition });
      expect(await store.ledger.resolve(made, zones, 10)).toBe(1);
    });

    it('is resolved in steps that go on where they stopped', async () => {
      const { store } = given();
      const here = place();
      await people(5, { region: here });
      const made = await announce({ regions: [here] });
      const steps = [];
      for (let step = 0; step < 3; step += 1) steps.push(await store.ledger.resolve(made, zones, 2));
      expect(steps).toEqual([2, 2, 1]);
      expect(await store.announcements.counts(made.id)).toMatchObject({ total: 5, waiting: 5 });
      expect((await store.announcements.byId(made.id))?.resolvedAt).not.toBeNull();
    });
  });

  describe('subscriptions', () => {
    it('are all on until the person says otherwise, and a mute ends by itself', async () => {
      const { store, clock } = given();
      const [id = ''] = await people(1, {});
      expect(await store.subscriptions.of(id)).toEqual({ off: [], stopped: null });
      await store.subscriptions.setTopic(id, 'visa', false);
      await store.subscriptions.setTopic(id, 'visa', false);
      const until = new Date(clock.now().getTime() + minute);
      await store.subscriptions.stop(id, until);
      expect(await store.subscriptions.of(id)).toEqual({ off: ['visa'], stopped: until });
      clock.advance(minute);
      expect((await store.subscriptions.of(id)).stopped).toBeNull();
      await store.subscriptions.stop(id, null);
      expect((await store.subscriptions.of(id)).stopped).toBe('forever');
      await store.subscriptions.resume(id);
      await store.subscriptions.setTopic(id, 'visa', true);
      expect(await store.subscriptions.of(id)).toEqual({ off: [], stopped: null });
    });
  });
}
