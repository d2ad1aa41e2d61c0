import { describe, expect, it } from 'vitest';
import { day, fresh, type Given, minute, question } from './given.ts';

/** The desk's cases, its queue, editors' reviews and counts of guides. */
export function deskContract(given: () => Given): void {
  const arrive = async () => (await given().store.people.arrive('telegram', fresh())).id;

  describe('desk', () => {
    it('gives each person one number, whoever asks first', async () => {
      const { desk } = given().store;
      const id = await arrive();
      const threads = await Promise.all([1, 2, 3].map(() => desk.thread(id, 'kk')));
      expect(new Set(threads.map(({ number }) => number)).size).toBe(1);
      expect(await desk.thread(await arrive(), 'ru')).not.toMatchObject({ number: threads[0]?.number });
    });

    it('finds a thread by its topic and by its number, and forgets where it was', async () => {
      const { desk } = given().store;
      const { number, personId } = await desk.thread(await arrive(), 'kk-Arab');
      const topic = Number(fresh());
      await desk.place(number, '-100', topic);
      expect(await desk.byTopic('-100', topic)).toEqual({
        number,
        personId,
        chat: '-100',
        topic,
        locale: 'kk-Arab',
      });
      await desk.place(number, null, null);
      expect(await desk.byTopic('-100', topic)).toBeNull();
      expect((await desk.byNumber(number))?.chat).toBeNull();
    });

    it('has at most one open case of a person', async () => {
      const { desk } = given().store;
      const id = await arrive();
      const cases = await Promise.all([desk.open(id), desk.open(id), desk.open(id)]);
      expect(new Set(cases.map((one) => one.id)).size).toBe(1);
      const closed = await Promise.all([desk.close(id, 'staff'), desk.close(id, 'person')]);
      expect(closed.filter((one) => one !== null)).toHaveLength(1);
      expect((await desk.open(id)).id).not.toBe(cases[0].id);
    });

    it('counts what was opened, answered and how soon', async () => {
      const { store, clock } = given();
      clock.advance(day);
      const since = clock.now();
      const id = await arrive();
      const opened = await store.desk.open(id);
      clock.advance(30 * minute);
      await store.desk.wrote(opened.id, 'staff');
      clock.advance(minute);
      await store.desk.wrote(opened.id, 'staff');
      await store.desk.close(id, 'staff');
      await store.desk.open(await arrive());
      const until = new Date(clock.now().getTime() + 1);
      expect(await store.desk.counts(since, until)).toEqual({
        opened: 2,
        answered: 1,
        closed: 1,
        medianMinutes: 30,
      });
    });

    it('names who has been silent for long, and forgets ended cases in time', async () => {
      const { store, clock } = given();
      const [silent, ended] = [await arrive(), await arrive()];
      await store.desk.open(silent);
      await store.desk.open(ended);
      await store.desk.close(ended, 'person');
      clock.advance(minute);
      expect(await store.desk.idle(clock.now(), 100)).toContain(silent);
      expect(await store.desk.idle(clock.now(), 100)).not.toContain(ended);
      await store.desk.purge(clock.now());
      expect(await store.desk.lastCase(ended)).toBeNull();
      expect(await store.desk.lastCase(silent)).not.toBeNull();
    });
  });

  describe('outgoing queue', () => {
    const message = (line: string, personId: string | null, changes = {}) => ({
      key: fresh(),
      line,
      toStaff: false,
      personId,
      payload: { text: 'жауап' },
      ...changes,
    });
    const mine = async (line: string) =>
      (await given().store.outgoing.claim(100)).filter((one) => one.line === line);

    it('keeps the order of a line, one message in hand, and ignores repeats', async () => {
      const { outgoing } = given().store;
      const line = fresh();
      const id = await arrive();
      const [first, second] = [message(line, id), message(line, id)];
      expect(await outgoing.add([first, second])).toBe(2);
      expect(await outgoing.add([first])).toBe(0);
      const [claimed] = await mine(line);
      expect(claimed).toMatchObject({ key: first.key, tries: 1, payload: { text: 'жауап' } });
      expect(await mine(line)).toEqual([]);
      await outgoing.settle(claimed!.seq, { state: 'sent', chat: '-1', messageId: Number(line) });
      expect(await outgoing.personOfMessage('-1', Number(line))).toBe(id);
      const [next] = await mine(line);
      expect(next?.key).toBe(second.key);
      await outgoing.settle(next!.seq, { state: 'failed', reason: 'refused' });
    });

    it('gives back what a dead process had in hand', async () => {
      const { outgoing } = given().store;
      const line = fresh();
      await outgoing.add([message(line, await arrive())]);
      await mine(line);
      await outgoing.takeOver();
      const [again] = await mine(line);
      expect(again?.tries).toBe(2);
      await outgoing.settle(again!.seq, { state: 'sent' });
    });

    it('waits as long as it is told, and keeps messages for whoever blocks the bot', async () => {
      const { store, clock } = given();
      const [line, other] = [fresh(), fresh()];
      const id = await arrive();
      await store.outgoing.add([message(line, id), message(other, await arrive())]);
      const claimed = (await store.outgoing.claim(100)).filter((one) => [line, other].includes(one.line));
      for (const one of claimed) await store.outgoing.later(one.seq, minute, { uncounted: true });
      expect(await mine(other)).toEqual([]);
      clock.advance(minute);
      await store.people.block(id);
      const due = (await store.outgoing.claim(100)).filter((one) => [line, other].includes(one.line));
      expect(due.map((one) => [one.line, one.tries])).toEqual([[other, 1]]);
      await store.outgoing.settle(due[0]!.seq, { state: 'sent' });
    });

    it('wipes what was said as soon as it is settled', async () => {
      const { store } = given();
      const line = fresh();
      const id = await arrive();
      await store.outgoing.add([message(line, id, { payload: 'сырымды айтамын' })]);
      const [claimed] = await mine(line);
      await store.outgoing.settle(claimed!.seq, { state: 'sent' });
      expect(JSON.stringify(await store.exportEverything(id))).not.toContain('сырымды');
    });

    it('forgets ended messages in time', async () => {
      const { store, clock } = given();
      const line = fresh();
      await store.outgoing.add([message(line, await arrive())]);
      const [claimed] = await mine(line);
      await store.outgoing.settle(claimed!.seq, { state: 'sent' });
      clock.advance(1);
      expect(await store.outgoing.purge(clock.now())).toBeGreaterThan(0);
    });
  });

  describe('reviews', () => {
    const filter = (since: Date) => ({ since, below: 0.5, followUpMs: 10 * minute, limit: 100 });
    /** Asks and gives the ids in the order of `changes`. */
    const asked = async (...changes: Parameters<typeof question>[1][]) => {
      const id = await arrive();
      const ids: string[] = [];
      for (const change of changes) ids.push(await given().store.questions.record(question(id, change)));
      return { id, ids };
    };

    it('list what was not answered, badly rated, unsure or asked back in vain, without a person', async () => {
      const { store, clock } = given();
      clock.advance(day);
      const since = clock.now();
      const none = await asked({ kind: 'no_answer', confidence: 0 });
      const unsure = await asked({ confidence: 0.3 });
      const rated = await asked({ confidence: 0.9 });
      await store.questions.feedback(rated.ids[0]!, rated.id, false, 'outdated');
      const vain = await asked({ kind: 'clarify' });
      const good = await asked({ confidence: 0.9 });
      const listed = await store.reviews.list(filter(since));
      const expected = [none, unsure, rated, vain].map(({ ids }) => ids[0]!).sort();
      expect(listed.map(({ id }) => id).sort()).toEqual(expected);
      expect(JSON.stringify(listed)).not.toContain(good.id);
      expect(JSON.stringify(listed)).not.toContain(none.id);
    });

    it('leave out what was asked back and then asked further', async () => {
      const { store, clock } = given();
      clock.advance(day);
      const since = clock.now();
      const id = await arrive();
      await store.questions.record(question(id, { kind: 'clarify' }));
      clock.advance(minute);
      await store.questions.record(question(id));
      expect(await store.reviews.list(filter(since))).toEqual([]);
    });

    it('come in batches, each question once', async () => {
      const { store, clock } = given();
      clock.advance(day);
      const since = clock.now();
      const none = { kind: 'no_answer' } as const;
      const { ids } = await asked(none, none, none);
      const first = await store.reviews.list({ ...filter(since), limit: 2 });
      const rest = await store.reviews.list({ ...filter(since), limit: 2, after: first.at(-1)! });
      expect([...first, ...rest].map(({ id }) => id).sort()).toEqual([...ids].sort());
    });

    it('do not show again what an editor marked', async () => {
      const { store, clock } = given();
      clock.advance(day);
      const since = clock.now();
      const { ids } = await asked({ kind: 'no_answer' }, { kind: 'no_answer' });
      await store.reviews.mark([ids[0]!, 'gone'], 'done');
      await store.reviews.mark([ids[0]!], 'ignored');
      expect((await store.reviews.list(filter(since))).map(({ id }) => id)).toEqual([ids[1]]);
    });

    it('know who agreed to be told, until they were', async () => {
      const { store, clock } = given();
      clock.advance(day);
      const since = clock.now();
      const { id, ids } = await asked({ kind: 'no_answer' });
      expect(await store.reviews.agree(ids[0]!, await arrive())).toBe(false);
      expect(await store.reviews.agree(ids[0]!, id)).toBe(true);
      expect((await store.reviews.list(filter(since)))[0]?.hearBack).toBe(true);
      expect(await store.reviews.agreed(ids)).toEqual([{ questionId: ids[0], personId: id }]);
      await store.reviews.told(ids);
      expect(await store.reviews.agreed(ids)).toEqual([]);
    });
  });

  describe('statistics', () => {
    it('count kinds, entries, pieces of time and people of a time, and nothing outside it', async () => {
      const { store, clock } = given();
      await store.questions.record(question(await arrive(), { entry: 'before.all' }));
      clock.advance(day);
      const since = clock.now();
      const id = await arrive();
      const first = await store.questions.record(question(id, { entry: 'kandas.how' }));
      await store.questions.feedback(first, id, true);
      clock.advance(2 * minute);
      await store.questions.record(question(id, { entry: 'kandas.how' }));
      await store.questions.record(question(id, { kind: 'no_answer', entry: null, language: 'ru' }));
      const until = new Date(clock.now().getTime() + 1);
      expect(await store.statistics.kinds(since, until)).toEqual([
        { kind: 'answer', language: 'kk', script: 'cyrl', count: 2, helpful: 1, unhelpful: 0 },
        { kind: 'no_answer', language: 'ru', script: 'cyrl', count: 1, helpful: 0, unhelpful: 0 },
      ]);
      expect(await store.statistics.entries(since, until)).toEqual([{ entry: 'kandas.how', count: 2 }]);
      expect(await store.statistics.timeline(since, until, minute)).toEqual([
        { piece: 0, answered: 1, other: 0 },
        { piece: 2, answered: 1, other: 1 },
      ]);
      await store.people.block(await arrive());
      const people = await store.statistics.people(since, new Date(until.getTime() + 1));
      expect(people).toMatchObject({ arrived: 2, blocked: 1 });
    });
  });

  describe('guide counts', () => {
    it('add up by step and event over days', async () => {
      const { store, clock } = given();
      const guide = `g${fresh()}`;
      await store.guideCounts.add(guide, 'where', 'reached');
      await store.guideCounts.add(guide, 'where', 'reached');
      clock.advance(day);
      await store.guideCounts.add(guide, 'where', 'left');
      const counts = (await store.guideCounts.between('2000-01-01', '2100-01-01')).filter(
        (count) => count.guide === guide,
      );
      expect(counts).toEqual([
        { guide, step: 'where', event: 'left', count: 1 },
        { guide, step: 'where', event: 'reached', count: 2 },
      ]);
    });
  });

  describe('pushed messages', () => {
    it('are told from answers, by person and after an id', async () => {
      const { store } = given();
      const id = await arrive();
      await store.history.append(id, [{ author: 'bot', payload: 'answer' }], 50);
      await store.history.append(id, [{ author: 'bot', payload: 'one' }], 50, { pushed: true });
      await store.history.append(id, [{ author: 'bot', payload: 'two' }], 50, { pushed: true });
      const [one, two] = await store.history.pushedAfter(id, 0, 10);
      expect([one?.payload, two?.payload]).toEqual(['one', 'two']);
      expect(await store.history.pushedAfter(id, one!.id, 10)).toEqual([two]);
      expect(await store.history.newestPushed([id, await arrive()])).toEqual(new Map([[id, two!.id]]));
    });
  });
}
