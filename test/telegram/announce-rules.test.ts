import { afterEach, expect, it } from 'vitest';
import { encodeAction } from '../../src/messages/action.ts';
import { createIds } from '../../src/operations/ids.ts';
import { startAnnouncements } from '../../src/telegram/announcements.ts';
import { type AnnounceRun, board, core, deliver, readers, runAnnounce } from '../support/announce.ts';
import type { FakeUser } from '../support/bot-api/user.ts';
import { texts } from '../support/texts.ts';

const t = texts.for('ru');
let run: AnnounceRun;
afterEach(() => run.close());

async function skip(user: FakeUser, count: number): Promise<string> {
  let last = '';
  for (let index = 0; index < count; index += 1) last = (await user.next()).text;
  return last;
}
/** Writes an announcement up to its check before sending. */
async function checked(user: FakeUser): Promise<void> {
  user.says('/announce');
  await user.next();
  user.says('Жаңа ереже.');
  await user.next();
  user.says('Новое правило.');
  await user.next();
  user.presses(t('announce.do.preview'));
  await skip(user, 5);
}
const newest = async () => (await run.store.announcements.list(1))[0];

it('wants the number of recipients typed where many would get it', async () => {
  run = await runAnnounce({ type_count_above: 2 });
  await run.store.staff.set('telegram', '31', 'editor');
  await readers(run.store, ['kk', 'kk', 'ru']);
  const user = run.api.user(31, 'ru');
  await checked(user);
  user.presses(t('announce.send_now'));
  expect((await user.next()).text).toBe(t('announce.sure_typed', { count: 3, when: t('announce.at_once') }));
  user.says('300');
  expect((await user.next()).text).toBe(t('staff.form.otherwise'));
  expect((await newest())?.state).toBe('draft');
  user.says('3');
  await user.next();
  await board(run);
  expect((await newest())?.state).toBe('scheduled');
});

it('waits for a second person, who sees it and agrees; the first one cannot agree with themselves', async () => {
  run = await runAnnounce({ second_person: true });
  await run.store.staff.set('telegram', '31', 'editor');
  await run.store.staff.set('telegram', '32', 'administrator');
  await readers(run.store, ['kk', 'ru']);
  const first = run.api.user(31, 'ru');
  const second = run.api.user(32, 'ru');
  await run.store.people.prefer(
    (await run.store.people.arrive('telegram', '32')).id,
    { locale: 'ru' },
    'choice',
  );
  await checked(first);
  first.presses(t('announce.send_now'));
  await first.next();
  first.presses(t('announce.send', { count: 3 }));
  expect((await first.next()).text).toBe(t('announce.approval_asked'));
  const { id = '' } = (await newest()) ?? {};
  first.forges(encodeAction({ do: 'staff', command: 'announcements', args: ['approve', id] }));
  expect((await first.next()).text).toBe(t('announce.gone'));
  expect((await newest())?.state).toBe('draft');

  expect((await second.next()).text).toBe(t('announce.approval_wanted', { id: '31' }));
  second.presses(t('announce.review'));
  expect((await second.next()).text).toContain(t('announce.approval_waits', { id: '31' }));
  second.presses(t('announce.act.approve'));
  expect(await skip(second, 5)).toContain(t('announce.check'));
  second.presses(t('announce.act.approve'));
  await second.next();
  second.presses(t('announce.send', { count: 3 }));
  expect((await second.next()).text).toBe(t('announce.approved', { when: t('announce.at_once') }));
  expect(await newest()).toMatchObject({ state: 'scheduled', author: '31' });
  // Its live message is with whoever wrote it.
  expect(await run.store.boards.list()).toMatchObject([{ chat: '31' }]);
  expect((await run.store.audit.list(1))[0]).toMatchObject({ action: 'announcement.confirmed', actor: '32' });
});

it('asks anew when the draft was changed after a second person was asked', async () => {
  run = await runAnnounce({ second_person: true });
  await run.store.staff.set('telegram', '31', 'editor');
  await readers(run.store, ['kk', 'ru']);
  const first = run.api.user(31, 'ru');
  await checked(first);
  first.presses(t('announce.send_now'));
  await first.next();
  first.presses(t('announce.send', { count: 2 }));
  await first.next();
  const { id = '' } = (await newest()) ?? {};
  expect(await run.store.approvals.of(id)).not.toBeNull();
  first.says('/announcements');
  await first.next();
  first.presses('📝');
  await first.next();
  first.presses(t('announce.act.edit'));
  await first.next();
  first.presses(t('announce.do.urgent'));
  await first.next();
  expect(await run.store.approvals.of(id)).toBeNull();
});

it('keeps an operator and everybody else out, whatever they type or forge', async () => {
  run = await runAnnounce();
  await run.store.staff.set('telegram', '33', 'operator');
  const operator = run.api.user(33, 'ru');
  operator.says('/announce');
  expect((await operator.next()).text).toBe(t('staff.not_yours'));
  const { id } = await run.parts.steering.draft(
    {
      definition: {
        text: { kk: 'Жаңа.', ru: 'Новое.' },
        audience: { languages: [], scripts: [], regions: [], countries: [], topics: [] },
        urgent: false,
      },
    },
    '31',
  );
  const forged = encodeAction({ do: 'staff', command: 'announcements', args: ['discard_now', id] });
  expect((await operator.answerTo(operator.forges(forged))).text).toBe(t('staff.not_yours'));
  const person = run.api.user(34, 'ru');
  person.says('/help');
  await person.next();
  expect((await person.answerTo(person.forges(forged))).text).toBe('');
  person.says('/announcements');
  person.says('/help');
  await person.next();
  expect(person.unread()).toBe(0);
  expect(await run.store.announcements.byId(id)).not.toBeNull();
});

it('holds, goes on and stops from the live message', async () => {
  run = await runAnnounce();
  await run.store.staff.set('telegram', '31', 'editor');
  await readers(run.store, ['kk', 'kk', 'ru']);
  const user = run.api.user(31, 'ru');
  await checked(user);
  user.presses(t('announce.send_now'));
  await user.next();
  user.presses(t('announce.send', { count: 3 }));
  await user.next();
  await board(run);
  const { id = '' } = (await newest()) ?? {};
  await deliver(run, id, { most: 1 });
  await run.follower.look();
  await user.next();
  user.presses(t('announce.act.pause'));
  expect((await user.next()).text).toContain(t('announce.state.paused'));
  user.presses(t('announce.act.resume'));
  expect((await user.next()).text).toContain(t('announce.state.sending'));
  user.presses(t('announce.act.stop'));
  expect((await user.next()).text).toBe(t('announce.sure_stop'));
  user.presses(t('announce.act.stop'));
  expect((await user.next()).text).toContain(t('announce.state.stopped'));
  expect(await run.store.announcements.counts(id)).toMatchObject({ delivered: 1, skipped: 2 });
});

it('withdraws what went out, with a reason', async () => {
  run = await runAnnounce();
  await run.store.staff.set('telegram', '31', 'editor');
  await readers(run.store, ['kk', 'ru']);
  const user = run.api.user(31, 'ru');
  await checked(user);
  user.presses(t('announce.send_now'));
  await user.next();
  user.presses(t('announce.send', { count: 2 }));
  await user.next();
  await board(run);
  const { id = '' } = (await newest()) ?? {};
  await deliver(run, id);
  await run.follower.look();
  await skip(user, 3);
  user.says('/announcements');
  await user.next();
  user.presses('✅');
  await user.next();
  user.presses(t('announce.act.withdraw'));
  await user.next();
  user.says('Ошибка в сроке');
  expect((await user.next()).text).toBe(t('announce.sure_withdraw', { count: 2 }));
  user.presses(t('announce.act.withdraw_now'));
  await user.next();
  expect(await newest()).toMatchObject({ kind: 'withdrawal', origin: id });
  expect((await run.store.announcements.byId(id))?.withdrawnAt).not.toBeNull();
});

it('reaches people in their own language and script through the real sender, and follows it to the end', async () => {
  run = await runAnnounce();
  await run.store.staff.set('telegram', '31', 'editor');
  await readers(run.store, ['kk', 'kk-Arab', 'kk-Latn', 'ru']);
  const people = [0, 1, 2, 3].map((index) => run.api.user(9_000 + index, 'kk'));
  const stop = new AbortController();
  const sending = startAnnouncements({
    store: run.store,
    telegram: { call: (make) => run.channel.courier.call(make) },
    core: () => core,
    policy: run.parts.policy,
    config: { rate: 1000, paid: false },
    clock: run.clock,
    ids: createIds(),
    owner: 'test',
    signal: stop.signal,
    logger: run.log,
    everyMs: 5,
  });
  const user = run.api.user(31, 'ru');
  await checked(user);
  user.presses(t('announce.send_now'));
  await user.next();
  user.presses(t('announce.send', { count: 4 }));
  await user.next();
  const got = await Promise.all(people.map((one) => one.next()));
  expect(got.map(({ text }) => text)).toEqual([
    'Жаңа ереже.',
    expect.stringMatching(/\p{Script=Arabic}/u),
    expect.stringMatching(/^[\p{Script=Latin}\s.]+$/u),
    'Новое правило.',
  ]);
  const { id = '' } = (await newest()) ?? {};
  while ((await run.store.announcements.byId(id))?.state !== 'done')
    await new Promise((resolve) => setTimeout(resolve, 2));
  await board(run);
  await run.follower.look();
  expect(await skip(user, 2)).toContain(t('announce.delivered_of', { count: 4, total: 4 }));
  stop.abort();
  await sending;
});

it('goes by the paid lane only when its cost was typed', async () => {
  run = await runAnnounce({}, true);
  await run.store.staff.set('telegram', '31', 'editor');
  await readers(
    run.store,
    Array.from({ length: 25 }, () => 'kk' as const),
  );
  const user = run.api.user(31, 'ru');
  await checked(user);
  user.presses(t('announce.send_paid', { stars: 3 }));
  expect((await user.next()).text).toBe(t('announce.sure_paid', { count: 25, stars: 3 }));
  user.says('да');
  await user.next();
  expect(await newest()).toMatchObject({ state: 'draft', paid: false });
  user.says('3');
  await user.next();
  expect(await newest()).toMatchObject({ state: 'scheduled', paid: true });
});

it('shows what was done to announcements, and why, in the log of actions', async () => {
  run = await runAnnounce();
  await run.store.staff.set('telegram', '31', 'administrator');
  await run.store.audit.write({
    channel: 'telegram',
    actor: '31',
    action: 'announcement.withdrawn',
    target: 'x',
    details: { why: 'ошибка в сроке' },
  });
  const user = run.api.user(31, 'ru');
  user.says('/staff');
  await user.next();
  user.presses(t('staff.log'));
  const { text } = await user.next();
  expect(text).toContain(t('staff.action.announcement_withdrawn'));
  expect(text).toContain('ошибка в сроке');
});

it('shows nothing more to who is staff no longer', async () => {
  run = await runAnnounce();
  await run.store.staff.set('telegram', '31', 'editor');
  await readers(run.store, ['kk', 'kk']);
  const user = run.api.user(31, 'ru');
  await checked(user);
  user.presses(t('announce.send_now'));
  await user.next();
  user.presses(t('announce.send', { count: 2 }));
  await user.next();
  await board(run);
  const { id = '' } = (await newest()) ?? {};
  await run.store.staff.remove('telegram', '31');
  await deliver(run, id);
  await run.follower.look();
  expect(await run.store.boards.list()).toEqual([]);
  expect(user.unread()).toBe(0);
});

it('is confirmed once, though its live message cannot be sent', async () => {
  run = await runAnnounce();
  await run.store.staff.set('telegram', '31', 'editor');
  await readers(run.store, ['kk', 'kk']);
  const user = run.api.user(31, 'ru');
  await checked(user);
  user.presses(t('announce.send_now'));
  await user.next();
  run.api.fail('sendMessage', { kind: 'page', status: 502 }, 3);
  user.presses(t('announce.send', { count: 2 }));
  user.says('/announcements');
  await user.next();
  expect(await run.store.announcements.list(5)).toMatchObject([{ state: 'scheduled' }]);
  user.presses('🕒');
  await user.next();
  user.presses(t('announce.act.follow'));
  expect((await user.next()).text).toContain(t('announce.state.scheduled'));
});
