import { describe, expect, it } from 'vitest';
import { Announcement, type Audience } from '../../../src/announcements/announcement.ts';
import type { NewAnnouncement, StoredAnnouncement } from '../../../src/store/ports/announcements.ts';
import type { Claimant, ZoneRule } from '../../../src/store/ports/ledger.ts';
import { day, fresh, type Given, minute } from './given.ts';

const almaty = 'Asia/Almaty';
const zones: readonly ZoneRule[] = [
  { zone: almaty, countries: [] },
  { zone: 'Asia/Shanghai', countries: ['CN'] },
];
const everywhere = { zones: zones.map(({ zone }) => zone), limit: 1000 };
const sender: Claimant = { owner: 'sender', term: 1 };

/** Announcements, their ledger and what people want to be told. Each test has a region of its own. */
export function announcementsContract(given: () => Given): void {
  let region = 10;
  const place = () => {
    region += 1;
    return `KZ-${region}`;
  };
  const announce = async (
    audience: Partial<Audience>,
    changes: Partial<NewAnnouncement> & { definition?: Announcement } = {},
  ): Promise<StoredAnnouncement> => {
    const { store, clock } = given();
    const definition = Announcement.parse({ text: { kk: 'Хабар', ru: 'Сообщение' }, audience });
    return await store.announcements.create({
      kind: 'message',
      state: 'scheduled',
      definition,
      startsAt: clock.now(),
      ...changes,
    });
  };
  const people = async (
    count: number,
    preferences: { locale?: 'kk' | 'ru' | 'kk-Arab'; region?: string; country?: string },
  ) => {
    const { store } = given();
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const { id } = await store.people.arrive('telegram', `${fresh()}001`);
      await store.people.prefer(id, preferences, 'choice');
      ids.push(id);
    }
    return ids;
  };
  /** An announcement to a number of people of a new region, resolved and begun. */
  const begun = async (count: number) => {
    const { store } = given();
    const here = place();
    const ids = await people(count, { region: here });
    const made = await announce({ regions: [here] });
    await store.ledger.resolve(made, zones, 1000);
    await store.announcements.move(made.id, ['scheduled'], 'sending');
    return { id: made.id, ids };
  };

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

  describe('the ledger', () => {
    it('gives each recipient to one claimant', async () => {
      const { store } = given();
      const { id, ids } = await begun(6);
      const half = { ...everywhere, limit: 3 };
      const taken = [
        ...(await store.ledger.claim(id, sender, half)),
        ...(await store.ledger.claim(id, { owner: 'other', term: 2 }, half)),
        ...(await store.ledger.claim(id, sender, half)),
      ];
      expect(taken.map(({ personId }) => personId).sort()).toEqual([...ids].sort());
    });

    it('counts how claims ended, and blocks who cannot be reached', async () => {
      const { store, clock } = given();
      const { id } = await begun(5);
      const [a, b, c, d, e] = await store.ledger.claim(id, sender, everywhere);
      if (!a || !b || !c || !d || !e) throw new Error('five were to be claimed');
      expect(await store.announcements.counts(id)).toMatchObject({ total: 5, waiting: 0, claimed: 5 });
      const later = new Date(clock.now().getTime() + minute);
      await store.ledger.settle(id, sender, [
        { personId: a.personId, state: 'delivered', messageId: '11' },
        { personId: b.personId, state: 'failed', reason: 'blocked', words: 'Forbidden' },
        { personId: c.personId, state: 'failed', reason: 'refused', words: 'Bad Request' },
        { personId: d.personId, state: 'unclear', words: 'a cut line' },
        { personId: e.personId, state: 'waiting', dueAt: later, tried: true },
      ]);
      const counts = await store.announcements.counts(id);
      expect(counts).toEqual({
        total: 5,
        waiting: 1,
        claimed: 0,
        delivered: 1,
        failed: { blocked: 1, refused: 1 },
        unclear: 1,
        skipped: 0,
      });
      expect((await store.people.byId(b.personId))?.blockedAt).not.toBeNull();
      expect((await store.people.byId(c.personId))?.blockedAt).toBeNull();
      expect(await store.ledger.claim(id, sender, everywhere)).toEqual([]);
      clock.advance(minute);
      expect(await store.ledger.claim(id, sender, everywhere)).toMatchObject([{ attempts: 1 }]);
    });

    it('calls claims of a dead process unclear and repeats them only when told to', async () => {
      const { store } = given();
      const { id } = await begun(2);
      await store.ledger.claim(id, sender, { ...everywhere, limit: 1 });
      const next: Claimant = { owner: 'next', term: 2 };
      await store.ledger.claim(id, next, { ...everywhere, limit: 1 });
      expect(await store.ledger.abandon(id, next)).toBe(1);
      expect(await store.announcements.counts(id)).toMatchObject({ claimed: 1, unclear: 1 });
      expect(await store.ledger.listUnclear(id, null, 10)).toHaveLength(1);
      expect(await store.ledger.claim(id, next, everywhere)).toEqual([]);
      expect(await store.ledger.resendUnclear(id)).toBe(1);
      expect(await store.ledger.claim(id, next, everywhere)).toHaveLength(1);
    });

    it('takes the late word of a process that was slow, not dead, and of nobody else', async () => {
      const { store } = given();
      const { id } = await begun(1);
      const [claim] = await store.ledger.claim(id, sender, everywhere);
      const personId = claim?.personId ?? '';
      const next: Claimant = { owner: 'next', term: 2 };
      await store.ledger.abandon(id, next);
      const said = [{ personId, state: 'delivered', messageId: '5' }] as const;
      expect(await store.ledger.settle(id, next, said)).toBe(0);
      expect(await store.ledger.settle(id, sender, said)).toBe(1);
      expect(await store.announcements.counts(id)).toMatchObject({ unclear: 0, delivered: 1, claimed: 0 });
    });

    it('waits for zones that sleep', async () => {
      const { store } = given();
      const [abroad] = await people(1, { country: 'CN', locale: 'kk-Arab' });
      const made = await announce({ countries: ['CN'], scripts: ['arab'] });
      await store.ledger.resolve(made, zones, 10_000);
      const home = await store.ledger.claim(made.id, sender, { zones: [almaty], limit: 1000 });
      expect(home.map(({ personId }) => personId)).not.toContain(abroad);
      const far = await store.ledger.claim(made.id, sender, { zones: ['Asia/Shanghai'], limit: 1000 });
      expect(far.map(({ personId }) => personId)).toContain(abroad);
    });

    it('takes the zone a person chose for reminders before that of their region', async () => {
      const { store } = given();
      const here = place();
      const [away] = await people(2, { region: here });
      await store.reminders.setZone(away ?? '', 'Asia/Shanghai');
      const made = await announce({ regions: [here] });
      await store.ledger.resolve(made, zones, 10);
      await store.announcements.move(made.id, ['scheduled'], 'sending');
      const far = await store.ledger.claim(made.id, sender, { zones: ['Asia/Shanghai'], limit: 10 });
      expect(far.map(({ personId }) => personId)).toEqual([away]);
    });

    it('skips who blocked or stopped after the audience was resolved', async () => {
      const { store } = given();
      const { id, ids } = await begun(3);
      const [one, two, three] = ids as [string, string, string];
      await store.people.block(one);
      await store.subscriptions.stop(two, null);
      const claims = await store.ledger.claim(id, sender, everywhere);
      expect(claims.map(({ personId }) => personId)).toEqual([three]);
      expect(await store.announcements.counts(id)).toMatchObject({ skipped: 2, claimed: 1 });
    });

    it('is done when no row is open, and counted anew', async () => {
      const { store } = given();
      const { id, ids } = await begun(2);
      const claims = await store.ledger.claim(id, sender, everywhere);
      expect(await store.ledger.finish(id)).toBe(false);
      await store.ledger.settle(
        id,
        sender,
        claims.map(({ personId }) => ({ personId, state: 'delivered', messageId: '9' })),
      );
      await store.deleteEverything(ids[0] ?? '');
      expect(await store.ledger.finish(id)).toBe(true);
      expect(await store.announcements.counts(id)).toMatchObject({ total: 1, delivered: 1, waiting: 0 });
      expect((await store.announcements.byId(id))?.state).toBe('done');
    });

    it('gives a correction whoever got the message, with the message’s id', async () => {
      const { store, clock } = given();
      const { id } = await begun(2);
      const [one, two] = await store.ledger.claim(id, sender, everywhere);
      await store.ledger.settle(id, sender, [
        { personId: one?.personId ?? '', state: 'delivered', messageId: '21' },
        { personId: two?.personId ?? '', state: 'unclear', words: 'cut' },
      ]);
      const correction = await announce({}, { kind: 'correction', origin: id, startsAt: clock.now() });
      await store.ledger.resolve(correction, zones, 10);
      await store.subscriptions.stop(one?.personId ?? '', null);
      const claims = await store.ledger.claim(correction.id, sender, everywhere);
      expect(claims).toMatchObject([{ personId: one?.personId, messageId: '21' }]);
      expect(await store.announcements.madeFrom(id)).toMatchObject([{ id: correction.id }]);
    });

    it('skips the rest of a stopped announcement', async () => {
      const { store } = given();
      const { id } = await begun(3);
      await store.announcements.move(id, ['sending'], 'stopped');
      expect(await store.ledger.skipRest(id, 2)).toBe(2);
      expect(await store.ledger.skipRest(id, 2)).toBe(1);
      expect(await store.announcements.counts(id)).toMatchObject({ total: 3, waiting: 0, skipped: 3 });
    });

    it('reports by locale and region, with clicks and stops', async () => {
      const { store } = given();
      const { id } = await begun(2);
      const claims = await store.ledger.claim(id, sender, everywhere);
      const [one, two] = claims.map(({ personId }) => personId) as [string, string];
      await store.ledger.settle(id, sender, [
        { personId: one, state: 'delivered', messageId: '1' },
        { personId: two, state: 'failed', reason: 'blocked', words: 'Forbidden' },
      ]);
      await store.ledger.clicked(id, one);
      await store.ledger.clicked(id, one);
      await store.ledger.unsubscribed(id, one);
      const region = (await store.people.byId(one))?.region;
      expect(await store.ledger.report(id)).toEqual([
        { locale: 'kk', region, state: 'delivered', reason: null, count: 1, clicks: 1, unsubscribed: 1 },
        { locale: 'kk', region, state: 'failed', reason: 'blocked', count: 1, clicks: 0, unsubscribed: 0 },
      ]);
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
