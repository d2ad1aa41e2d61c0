import { describe, expect, it } from 'vitest';
import type { Claimant } from '../../../src/store/ports/ledger.ts';
import { almaty, announcing, everywhere, place, sender, zones } from './announcing.ts';
import { type Given, minute } from './given.ts';

/** Who is to get an announcement, got it and did not. */
export function ledgerContract(given: () => Given): void {
  const { announce, people, begun } = announcing(given);

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
}
