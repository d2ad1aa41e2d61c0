import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSteering } from '../../src/announcements/steer.ts';
import { systemClock } from '../../src/operations/clock.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { type FakeBotApi, startBotApi } from '../support/bot-api/server.ts';
import { quiet } from '../support/quiet.ts';
import {
  done,
  eventually,
  importPeople,
  policy,
  type SenderOptions,
  scheduled,
  startSender,
} from './given.ts';

let api: FakeBotApi;
let store: Store;
let senders: { stop(): Promise<void> }[] = [];

beforeEach(async () => {
  api = await startBotApi();
  store = await openStore('sqlite::memory:', { clock: systemClock, logger: quiet });
});
afterEach(async () => {
  await Promise.all(senders.map((sender) => sender.stop()));
  senders = [];
  await store.close();
  await api.close();
});

const people = async (count: number): Promise<void> => {
  for (let id = 1; id <= count; id += 1) api.user(id);
  await importPeople(store, count);
};
const start = (options?: SenderOptions) => {
  const sender = startSender(store, api, options);
  senders.push(sender);
  return sender;
};
const steering = () => createSteering(store, policy(), systemClock);
/** What each person has in their chat now. */
const chats = (count: number): string[][] =>
  Array.from({ length: count }, (_, index) =>
    api
      .user(index + 1)
      .messages()
      .map(({ text }) => text),
  );

describe('the sender', () => {
  it('gives everybody the announcement once, in their language, with both buttons', async () => {
    await people(7);
    const { id } = await scheduled(store);
    start();
    await done(store, id);
    expect(chats(7)).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => [n % 3 === 1 ? 'Объявление' : 'Хабарландыру']));
    const [message] = api.user(1).messages();
    expect(message?.buttons.flat().map(({ callback_data: data }) => data)).toEqual([`1:an:${id}:stop`]);
    expect(await store.announcements.counts(id)).toMatchObject({ total: 7, delivered: 7, waiting: 0 });
  });

  it('obeys a 429 for everybody, and nobody is lost or gets it twice', async () => {
    await people(4);
    api.fail('sendMessage', { kind: 'flood', retryAfter: 1 });
    const { id } = await scheduled(store);
    start({ rate: 4 });
    await done(store, id);
    const [refused, next] = api.callsOf('sendMessage');
    expect(refused?.code).toBe(429);
    expect((next?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(1000);
    expect(chats(4).map((texts) => texts.length)).toEqual([1, 1, 1, 1]);
  });

  it('never repeats a call that may have taken effect, lists it, and repeats it when staff say so', async () => {
    await people(3);
    api.fail('sendMessage', { kind: 'cut', when: 'after' });
    api.fail('sendMessage', { kind: 'error', code: 500, description: 'Internal Server Error' });
    const { id } = await scheduled(store);
    start({ policy: policy({ sending: { ...policy().sending, trouble_after: 100 } }) });
    await done(store, id);
    expect(await store.announcements.counts(id)).toMatchObject({ delivered: 1, unclear: 2 });
    expect(api.callsOf('sendMessage')).toHaveLength(3);
    expect(await store.ledger.listUnclear(id, null, 10)).toHaveLength(2);
    expect(await steering().resendUnclear(id, '1', 'they said nothing came')).toBe(2);
    await done(store, id);
    expect(await store.announcements.counts(id)).toMatchObject({ delivered: 3, unclear: 0 });
    expect(chats(3).flat()).toHaveLength(4);
  });

  it('counts who blocked the bot, and leaves them out of the next announcement', async () => {
    await people(3);
    api.user(2).blocks();
    const first = await scheduled(store);
    start();
    await done(store, first.id);
    expect(await store.announcements.counts(first.id)).toMatchObject({
      delivered: 2,
      failed: { blocked: 1 },
    });
    const second = await scheduled(store);
    await done(store, second.id);
    expect(await store.announcements.counts(second.id)).toMatchObject({ total: 2, delivered: 2, failed: {} });
  });

  it('waits while Telegram gives no clear answers instead of making everybody unclear', async () => {
    await people(30);
    api.fail('sendMessage', { kind: 'page', status: 502 }, 6);
    const { id } = await scheduled(store);
    start({ rate: 10, policy: policy({ sending: { ...policy().sending, trouble_after: 2 } }) });
    await eventually(() => api.callsOf('sendMessage').length >= 2, 'the first calls');
    const sender = senders.pop();
    await sender?.stop();
    // At ten a second, without the wait all six would have been spent within the first second.
    expect(api.callsOf('sendMessage').length).toBeLessThan(6);
    expect((await store.announcements.byId(id))?.state).toBe('sending');
  });

  it('gives up on somebody it could not reach in all its tries', async () => {
    await people(1);
    const { id } = await scheduled(store);
    const nobody = await startBotApi();
    const root = nobody.root;
    await nobody.close();
    const sending = { ...policy().sending, tries: 1, trouble_after: 100 };
    senders.push(startSender(store, { root, token: api.token }, { policy: policy({ sending }) }));
    await done(store, id);
    expect(await store.announcements.counts(id)).toMatchObject({ failed: { gave_up: 1 } });
  });

  it('stops at a pause and goes on where it stood', async () => {
    await people(30);
    const { id } = await scheduled(store);
    start({ rate: 20 });
    await eventually(() => api.callsOf('sendMessage').length >= 3, 'the first messages');
    expect(await steering().pause(id, '1')).toBe(true);
    await eventually(async () => (await store.announcements.counts(id)).claimed === 0, 'quiet');
    const sent = api.callsOf('sendMessage').length;
    expect(sent).toBeLessThan(30);
    expect(await steering().resume(id, '1')).toBe(true);
    await done(store, id);
    expect(chats(30).map((texts) => texts.length)).toEqual(Array(30).fill(1));
  });

  it('stops for good when told to, and says who got nothing', async () => {
    await people(30);
    const { id } = await scheduled(store);
    start({ rate: 20 });
    await eventually(() => api.callsOf('sendMessage').length >= 3, 'the first messages');
    await steering().stop(id, '1');
    await eventually(async () => (await store.announcements.counts(id)).claimed === 0, 'quiet');
    const { delivered, skipped, total } = await store.announcements.counts(id);
    expect(delivered + skipped).toBe(total);
    expect(skipped).toBeGreaterThan(0);
    expect(chats(30).flat()).toHaveLength(delivered);
  });

  it('corrects the text at everyone who got it and for those still waiting', async () => {
    await people(30);
    const { id } = await scheduled(store);
    start({ rate: 20 });
    await eventually(() => api.callsOf('sendMessage').length >= 5, 'the first messages');
    const made = await steering().correct(id, { kk: 'Түзетілді', ru: 'Исправлено' }, '1', 'a wrong date');
    await done(store, made?.id ?? '');
    await done(store, id);
    expect(new Set(chats(30).flat())).toEqual(new Set(['Түзетілді', 'Исправлено']));
    expect(chats(30).flat()).toHaveLength(30);
    const counts = await store.announcements.counts(made?.id ?? '');
    expect(counts.delivered).toBe(counts.total);
    expect(counts.total).toBeGreaterThan(0);
  });

  it('takes it back at everyone who got it', async () => {
    await people(5);
    const { id } = await scheduled(store);
    start();
    await done(store, id);
    const made = await steering().withdraw(id, '1', 'sent by mistake');
    await done(store, made?.id ?? '');
    expect(chats(5).flat()).toEqual([]);
    expect(await steering().correct(id, { kk: 'а' }, '1', 'late')).toBeNull();
  });

  it('says of messages too old to be changed that they are', async () => {
    await people(2);
    const { id } = await scheduled(store);
    start();
    await done(store, id);
    for (const user of [1, 2]) for (const message of api.user(user).messages()) message.date -= 49 * 3600;
    const made = await steering().withdraw(id, '1', 'sent by mistake');
    await done(store, made?.id ?? '');
    expect(await store.announcements.counts(made?.id ?? '')).toMatchObject({ failed: { too_old: 2 } });
  });

  it('uploads a photo once and reuses it', async () => {
    await people(4);
    const file = { name: 'a.png', bytes: new Uint8Array(500) };
    const { id } = await scheduled(store, { media: { kind: 'photo' } }, { file });
    start();
    await done(store, id);
    const sent = api.callsOf('sendPhoto').map(({ params }) => typeof params.photo);
    expect(sent).toEqual(['object', 'string', 'string', 'string']);
    expect(chats(4).flat()).toHaveLength(4);
    const made = await steering().correct(id, { kk: 'Жаңа', ru: 'Новое' }, '1', 'a wrong date');
    await done(store, made?.id ?? '');
    expect(new Set(chats(4).flat())).toEqual(new Set(['Жаңа', 'Новое']));
    expect(await store.announcements.file(id)).toBeNull();
  });

  it('arrives without sound at night, with sound when it is urgent', async () => {
    await people(1);
    const night = { quiet: { from: '22:00', to: '08:00', effect: 'silent' } } as const;
    const clock = { now: () => new Date('2026-01-02T20:00:00Z') };
    const startsAt = new Date('2026-01-02T19:00:00Z');
    start({ policy: policy(night), clock });
    const soundless = await scheduled(store, {}, { startsAt });
    await done(store, soundless.id);
    const urgent = await scheduled(store, { urgent: true }, { startsAt });
    await done(store, urgent.id);
    expect(api.callsOf('sendMessage').map(({ params }) => params.disable_notification)).toEqual([
      true,
      undefined,
    ]);
  });

  it('lets readers sleep unless it is urgent', async () => {
    await people(2);
    const clock = { now: () => new Date('2026-01-02T20:00:00Z') };
    const night = { quiet: { from: '22:00', to: '08:00', effect: 'wait' } } as const;
    const startsAt = new Date('2026-01-02T19:00:00Z');
    const waits = await scheduled(store, {}, { startsAt });
    const urgent = await scheduled(store, { urgent: true }, { startsAt });
    const sender = start({ policy: policy(night), clock });
    await done(store, urgent.id);
    await sender.stop();
    expect(await store.announcements.counts(waits.id)).toMatchObject({ waiting: 2, delivered: 0 });
    start({ policy: policy(night), clock: { now: () => new Date('2026-01-03T03:00:00Z') } });
    await done(store, waits.id);
    expect(chats(2).map((texts) => texts.length)).toEqual([2, 2]);
  });

  it('uses the paid lane only when it is allowed and confirmed', async () => {
    await people(1);
    const bySetting = async (paid: boolean, allowed: boolean): Promise<unknown> => {
      const { id } = await scheduled(store, {}, { paid });
      const sender = start({ paid: allowed });
      await done(store, id);
      await sender.stop();
      return api.callsOf('sendMessage').at(-1)?.params.allow_paid_broadcast;
    };
    expect(await bySetting(true, true)).toBe(true);
    expect(await bySetting(true, false)).toBeUndefined();
    expect(await bySetting(false, true)).toBeUndefined();
  });

  it('sends each turn of a series once and sets the next', async () => {
    await people(2);
    const startsAt = new Date(Date.now() - 1000);
    const series = await store.announcements.create({
      kind: 'series',
      state: 'scheduled',
      definition: {
        text: { kk: 'Апталық', ru: 'Еженедельное' },
        audience: { languages: [], scripts: [], regions: [], countries: [], topics: [] },
        urgent: false,
        repeat: 'weekly',
        repeat_from: startsAt.toISOString(),
      },
      startsAt,
    });
    start();
    await eventually(async () => {
      const [child] = await store.announcements.madeFrom(series.id);
      return child?.state === 'done';
    }, 'the first turn');
    expect(await store.announcements.madeFrom(series.id)).toHaveLength(1);
    const next = (await store.announcements.byId(series.id))?.startsAt.getTime() ?? 0;
    expect(next - startsAt.getTime()).toBe(7 * 24 * 3_600_000);
    expect(chats(2).map((texts) => texts.length)).toEqual([1, 1]);
  });

  it('leaves a second between two messages to one person', async () => {
    await api.close();
    api = await startBotApi({ limits: { perSecond: 100, perChat: 1 } });
    await people(2);
    const ids = [await scheduled(store), await scheduled(store)].map(({ id }) => id);
    start({ rate: 100 });
    for (const id of ids) await done(store, id);
    expect(api.callsOf('sendMessage').map(({ code }) => code)).toEqual([200, 200, 200, 200]);
  });
});
