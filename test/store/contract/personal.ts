import { describe, expect, it } from 'vitest';
import { Announcement } from '../../../src/announcements/announcement.ts';
import { fresh, type Given, minute, question, reminder, update } from './given.ts';

/** Deleting and exporting everything about one person. `dump` gives the whole database as text. */
export function personalContract(given: () => Given, dump: () => Promise<string>): void {
  /** One person with something in every table. */
  const personWithEverything = async (secret: string) => {
    const { store, clock } = given();
    const external = `${fresh()}0077`;
    const { id } = await store.people.arrive('telegram', external);
    await store.people.prefer(id, { locale: 'kk', country: 'CN' }, 'choice');
    await store.sessions.open(id, minute);
    await store.contexts.set(id, { entry: 'a.b', question: `${secret} контекст` });
    const asked = await store.questions.record(question(id, { text: `${secret} сұрақ` }));
    await store.reviews.agree(asked, id);
    await store.desk.thread(id, 'kk');
    await store.desk.open(id);
    await store.outgoing.add([
      { key: fresh(), line: `s${external}`, toStaff: true, personId: id, payload: `${secret} маманға` },
    ]);
    await store.history.append(id, [{ author: 'user', payload: `${secret} хабар` }], 50);
    await store.conversations.write('telegram', external, { typed: `${secret} диалог` });
    await store.conversations.write('telegram', `group:${external}x`, { typed: secret }, { owner: external });
    await store.inbox.store([
      update(external, 1, { updateId: `u${fresh()}`, payload: { text: `${secret} бірінші` } }),
      update(external, 2, { updateId: `u${fresh()}`, payload: { text: `${secret} екінші` } }),
      update(`-100${fresh()}`, 3, { sender: external, updateId: `g${fresh()}`, payload: { text: secret } }),
    ]);
    await store.checklists.keep(id, `${secret} тізім`, ['a']);
    await store.reminders.set(id, { ...reminder, about: secret }, 9);
    await store.reminders.setZone(id, 'Asia/Urumqi');
    await store.staff.set('telegram', external, 'operator');
    await store.audit.write({
      channel: 'telegram',
      actor: external,
      action: 'x',
      target: external,
      details: { secret },
    });
    const { id: announcement } = await store.announcements.create({
      kind: 'message',
      state: 'scheduled',
      definition: Announcement.parse({ text: { kk: 'Хабар', ru: 'Сообщение' } }),
      author: external,
      startsAt: clock.now(),
    });
    const place = { messageId: 1, locale: 'kk', shown: '' } as const;
    await store.boards.open({ announcement, chat: external, ...place });
    await store.approvals.ask({ announcement, by: external, startsAt: null });
    const made = await store.announcements.byId(announcement);
    if (made !== null) await store.ledger.resolve(made, [], 10_000);
    await store.subscriptions.setTopic(id, 'kandas', false);
    await store.subscriptions.stop(id, null);
    await store.limits.use(`questions:${external}`, minute, external);
    return { id, external };
  };

  describe('everything about a person', () => {
    it('is exported', async () => {
      const { store } = given();
      const { id } = await personWithEverything('Құпиясөз1');
      const exported = (await store.exportEverything(id)) ?? {};
      expect(Object.entries(exported).filter(([, rows]) => rows.length === 0)).toEqual([]);
      expect(JSON.stringify(exported.questions)).toContain('Құпиясөз1 сұрақ');
      expect(JSON.stringify(exported)).not.toContain('token');
      await store.deleteEverything(id);
    });

    it('is deleted so that the whole database holds no trace, and nobody else loses anything', async () => {
      const { store } = given();
      const other = await personWithEverything('Қалатынсөз');
      const { id, external } = await personWithEverything('Құпиясөз2');
      expect((await dump()).includes('Құпиясөз2')).toBe(true);
      const deleted = await store.deleteEverything(id);
      expect(Object.entries(deleted).filter(([, rows]) => rows === 0)).toEqual([]);
      const rest = await dump();
      const traces = ['Құпиясөз2', external, id].filter((trace) => rest.includes(trace));
      expect(traces).toEqual([]);
      expect((await store.exportEverything(other.id))?.questions).toHaveLength(1);
      expect(await store.people.byId(id)).toBeNull();
      await store.deleteEverything(other.id);
    });

    it('leaves the update in hand claimable as done, and repeats of it ignored', async () => {
      const { store } = given();
      const external = fresh();
      const { id } = await store.people.arrive('telegram', external);
      const asked = update(external, 9, { payload: { text: '/delete_me' } });
      await store.inbox.store([asked]);
      const claims = await store.inbox.claim({ owner: 'one', limit: 50, leaseMs: minute });
      const mine = claims.find((one) => one.chat === external);
      await store.deleteEverything(id);
      expect(mine && (await store.inbox.done(mine))).toBe(true);
      expect(await store.inbox.store([asked])).toBe(0);
      await store.inbox.release('one');
    });

    it('is nothing for nobody', async () => {
      const { store } = given();
      expect(await store.deleteEverything('nobody')).toEqual({});
      expect(await store.exportEverything('nobody')).toBeNull();
    });
  });
}
