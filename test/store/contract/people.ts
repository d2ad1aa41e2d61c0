import { describe, expect, it } from 'vitest';
import { fresh, type Given, minute, question } from './given.ts';

export function peopleContract(given: () => Given): void {
  describe('people', () => {
    it('makes a person once and finds them again', async () => {
      const { store } = given();
      const id = fresh();
      const [first, second] = await Promise.all([
        store.people.arrive('telegram', id),
        store.people.arrive('telegram', id),
      ]);
      expect(second.id).toBe(first.id);
      expect(await store.people.find('telegram', id)).toEqual(first);
      expect(await store.people.byId(first.id)).toEqual(first);
    });

    it('keeps the same id of two channels apart', async () => {
      const { store } = given();
      const id = fresh();
      const telegram = await store.people.arrive('telegram', id);
      expect((await store.people.arrive('web', id)).id).not.toBe(telegram.id);
    });

    it('finds nobody who never came', async () => {
      const { store } = given();
      expect(await store.people.find('telegram', fresh())).toBeNull();
      expect(await store.people.byId('nobody')).toBeNull();
    });

    it('notes a visit to ten minutes', async () => {
      const { store, clock } = given();
      const id = fresh();
      const first = await store.people.arrive('telegram', id);
      clock.advance(9 * minute);
      expect((await store.people.arrive('telegram', id)).lastSeenAt).toEqual(first.lastSeenAt);
      clock.advance(minute);
      expect((await store.people.arrive('telegram', id)).lastSeenAt).toEqual(clock.now());
    });

    it('never overwrites what a person chose by what was noticed', async () => {
      const { store } = given();
      const { id } = await store.people.arrive('telegram', fresh());
      await store.people.prefer(id, { locale: 'kk-Arab' }, 'choice');
      const person = await store.people.prefer(id, { locale: 'ru', country: 'CN' }, 'notice');
      expect(person).toMatchObject({ locale: 'kk-Arab', country: 'CN', chosen: ['locale'] });
    });

    it('forgets a preference that is set to nothing', async () => {
      const { store } = given();
      const { id } = await store.people.arrive('telegram', fresh());
      await store.people.prefer(id, { region: 'KZ-19', locale: 'kk' }, 'choice');
      const person = await store.people.prefer(id, { region: null }, 'choice');
      expect(person).toMatchObject({ region: null, locale: 'kk', chosen: ['locale'] });
      expect(await store.people.prefer('nobody', { region: null }, 'choice')).toBeNull();
    });

    it('loses no preference when two are set at once', async () => {
      const { store } = given();
      const { id } = await store.people.arrive('telegram', fresh());
      await Promise.all([
        store.people.prefer(id, { region: 'KZ-47' }, 'choice'),
        store.people.prefer(id, { country: 'MN' }, 'choice'),
      ]);
      expect(await store.people.byId(id)).toMatchObject({
        region: 'KZ-47',
        country: 'MN',
        chosen: ['country', 'region'],
      });
    });

    it('lifts a block when the person comes back', async () => {
      const { store, clock } = given();
      const external = fresh();
      const { id } = await store.people.arrive('telegram', external);
      await store.people.block(id);
      expect((await store.people.byId(id))?.blockedAt).toEqual(clock.now());
      expect((await store.people.arrive('telegram', external)).blockedAt).toBeNull();
    });

    it('lists people in batches without missing one', async () => {
      const { store } = given();
      await Promise.all(Array.from({ length: 5 }, () => store.people.arrive('web', fresh())));
      const seen = new Set<string>();
      let after: string | null = null;
      for (;;) {
        const batch = await store.people.list(after, 3);
        for (const person of batch) seen.add(person.id);
        const last = batch.at(-1);
        if (!last) break;
        after = last.id;
      }
      expect(seen.size).toBe(await store.people.count());
    });

    it('names those not seen for long', async () => {
      const { store, clock } = given();
      const { id } = await store.people.arrive('telegram', fresh());
      clock.advance(minute);
      expect(await store.people.notSeenSince(clock.now(), 1000)).toContain(id);
      expect(await store.people.notSeenSince(new Date(0), 1000)).toEqual([]);
    });
  });

  describe('questions', () => {
    it('stores a question with personal numbers masked', async () => {
      const { store, clock } = given();
      const { id } = await store.people.arrive('telegram', fresh());
      const stored = await store.questions.record(
        question(id, { text: 'ЖСН 870512400123, тел +7 701 123 45 67\0' }),
      );
      expect(await store.questions.byId(stored)).toMatchObject({
        text: 'ЖСН [iin], тел [phone]',
        askedAt: clock.now(),
        helpful: null,
        confidence: 0.93,
      });
    });

    it('takes feedback from the asker only, the last word counting', async () => {
      const { store } = given();
      const { id } = await store.people.arrive('telegram', fresh());
      const other = await store.people.arrive('telegram', fresh());
      const asked = await store.questions.record(question(id));
      expect(await store.questions.feedback(asked, other.id, false)).toBe(false);
      expect(await store.questions.feedback(asked, id, false, 'outdated')).toBe(true);
      expect(await store.questions.byId(asked)).toMatchObject({ helpful: false, feedbackReason: 'outdated' });
      await store.questions.feedback(asked, id, true);
      expect(await store.questions.byId(asked)).toMatchObject({ helpful: true, feedbackReason: null });
    });

    it('lists in the order asked, in batches, by kind', async () => {
      const { store, clock } = given();
      clock.advance(minute);
      const since = clock.now();
      const ids: string[] = [];
      for (const kind of ['answer', 'no_answer', 'no_answer', 'no_answer'] as const) {
        ids.push(await store.questions.record(question(null, { kind })));
        clock.advance(1);
      }
      const first = await store.questions.list({ since, kinds: ['no_answer'], limit: 2 });
      const rest = await store.questions.list({
        since,
        kinds: ['no_answer'],
        limit: 2,
        after: first[1] ?? null,
      });
      expect([...first, ...rest].map((one) => one.id)).toEqual(ids.slice(1));
      expect(await store.questions.list({ since, kinds: [], limit: 9 })).toEqual([]);
    });

    it('counts by outcome, language, script and channel', async () => {
      const { store, clock } = given();
      clock.advance(minute);
      const since = clock.now();
      const { id } = await store.people.arrive('telegram', fresh());
      const asked = await store.questions.record(question(id));
      await store.questions.record(question(id));
      await store.questions.record(question(null, { language: 'ru', kind: 'no_answer', channel: 'web' }));
      await store.questions.feedback(asked, id, true);
      expect(await store.questions.countSince(since)).toEqual([
        {
          kind: 'answer',
          language: 'kk',
          script: 'cyrl',
          channel: 'telegram',
          count: 2,
          helpful: 1,
          unhelpful: 0,
        },
        {
          kind: 'no_answer',
          language: 'ru',
          script: 'cyrl',
          channel: 'web',
          count: 1,
          helpful: 0,
          unhelpful: 0,
        },
      ]);
    });

    it('forgets questions by age', async () => {
      const { store, clock } = given();
      const old = await store.questions.record(question(null));
      clock.advance(minute);
      const cut = clock.now();
      const young = await store.questions.record(question(null));
      expect(await store.questions.purge(cut)).toBeGreaterThan(0);
      expect(await store.questions.byId(old)).toBeNull();
      expect(await store.questions.byId(young)).not.toBeNull();
    });
  });
}
