import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../src/operations/clock.ts';
import { createIds } from '../../src/operations/ids.ts';
import { createStaffSide } from '../../src/telegram/staff/create.ts';
import { quiet } from '../support/quiet.ts';
import { switchboardOf } from '../support/switches.ts';
import { runTelegram, type TelegramRun } from '../support/telegram-run.ts';
import { texts } from '../support/texts.ts';

const ru = texts.for('ru');
const kk = texts.for('kk');
let run: TelegramRun;
beforeEach(async () => {
  run = await runTelegram({
    parts: (store) => ({
      staff: createStaffSide({
        store,
        switchboard: switchboardOf(store),
        texts,
        clock: systemClock,
        ids: createIds(),
        logger: quiet,
        fixed: ['31'],
        features: [],
        api: () => run?.channel.api,
      }),
    }),
  });
  await run.store.staff.set('telegram', '31', 'administrator');
});
afterEach(() => run.close());

it('adds an editor by a typed id, and says so in the audit log', async () => {
  const chief = run.api.user(31, 'ru');
  chief.says('/staff');
  expect((await chief.next()).text).toContain(
    ru('staff.member_self', { id: '31', role: ru('staff.role.administrator') }),
  );
  chief.presses(ru('staff.add'));
  expect((await chief.next()).text).toBe(ru('staff.ask_id'));
  chief.says('4 0004');
  await chief.next();
  chief.presses(ru('staff.role.editor'));
  expect((await chief.next()).text).toBe(
    ru('staff.role_set', { id: '40004', role: ru('staff.role.editor') }),
  );
  expect(await run.store.staff.roleOf('telegram', '40004')).toBe('editor');
  expect((await run.store.audit.list(1))[0]).toMatchObject({
    action: 'staff.added',
    actor: '31',
    target: '40004',
  });
});

it('takes the id from a forwarded message, and asks why for an administrator', async () => {
  const chief = run.api.user(31, 'kk');
  chief.says('/staff');
  await chief.next();
  chief.presses(kk('staff.add'));
  await chief.next();
  chief.sends({
    text: 'сәлем',
    forward_origin: { type: 'user', sender_user: { id: 50005, first_name: 'Б' } },
  });
  expect((await chief.next()).text).toContain(kk('staff.ask_role', { id: '50005' }));
  chief.presses(kk('staff.role.administrator'));
  expect((await chief.next()).text).toBe(kk('staff.ask_reason_role', { id: '50005' }));
  chief.says('Жаңа бөлім басшысы');
  await chief.next();
  chief.presses(kk('staff.yes'));
  await chief.next();
  expect((await run.store.audit.list(1))[0]?.details).toMatchObject({
    reason: 'Жаңа бөлім басшысы',
    role: 'administrator',
  });
});

it('keeps the last administrator', async () => {
  const chief = run.api.user(31, 'ru');
  chief.says('/staff');
  await chief.next();
  chief.presses('31');
  expect((await chief.next()).text).toContain(ru('staff.fixed'));
  chief.presses(ru('staff.remove'));
  await chief.next();
  chief.says('проба');
  await chief.next();
  chief.presses(ru('staff.yes'));
  expect((await chief.next()).text).toBe(ru('staff.refused.last_administrator'));
  expect(await run.store.staff.roleOf('telegram', '31')).toBe('administrator');
});

it('ends at /cancel, and the next words are a question again', async () => {
  const chief = run.api.user(31, 'ru');
  chief.says('/staff');
  await chief.next();
  chief.presses(ru('staff.add'));
  await chief.next();
  chief.says('/cancel');
  expect((await chief.next()).text).toBe(ru('staff.form.cancelled'));
  chief.says('Когда утверждают перечень');
  expect((await chief.next()).text).toContain('до 15 декабря');
});

it('goes on after a restart, and tells how when it gets what it cannot use', async () => {
  const chief = run.api.user(31, 'ru');
  chief.says('/staff');
  await chief.next();
  chief.presses(ru('staff.add'));
  await chief.next();
  await run.restart();
  chief.says('не номер');
  expect((await chief.next()).text).toBe(ru('staff.form.otherwise'));
  chief.says('60006');
  expect((await chief.next()).text).toContain(ru('staff.ask_role', { id: '60006' }));
});

it('says so when a release has dropped the form, and does not answer its words as a question', async () => {
  const chief = run.api.user(31, 'ru');
  chief.says('/staff');
  await chief.next();
  chief.presses(ru('staff.add'));
  await chief.next();
  await run.channel.stop();
  await run.store.conversations.write('telegram', 'staff-form:31', {
    version: [0, 1],
    state: { 'staff.0': [] },
  });
  await run.restart();
  chief.says('60006');
  expect((await chief.next()).text).toBe(ru('staff.form.dropped'));
  chief.says('Когда утверждают перечень');
  expect((await chief.next()).text).toContain('до 15 декабря');
});

it('ends the form of somebody who is staff no more', async () => {
  const chief = run.api.user(31, 'ru');
  chief.says('/staff');
  await chief.next();
  chief.presses(ru('staff.add'));
  await chief.next();
  await run.store.staff.remove('telegram', '31');
  chief.says('60006');
  await run.api.drained();
  chief.says('Когда утверждают перечень');
  expect((await chief.next()).text).toContain('до 15 декабря');
  expect(await run.store.staff.roleOf('telegram', '60006')).toBeNull();
});

it('shows each member the commands of their role, and takes them away again', async () => {
  const chief = run.api.user(31, 'ru');
  run.api.user(40004, 'kk');
  await run.store.staff.set('telegram', '40004', 'operator');
  const menu = (id: number) =>
    run.api.state.profile.get(`commands||${JSON.stringify({ type: 'chat', chat_id: id })}`) as
      | { command: string }[]
      | undefined;
  chief.says('/staff');
  await chief.next();
  await run.api.until(() => (menu(31) === undefined ? undefined : true));
  expect(
    menu(31)
      ?.slice(0, 5)
      .map(({ command }) => command),
  ).toEqual(['announce', 'announcements', 'inbox', 'stats', 'staff']);
  chief.presses('40004');
  await chief.next();
  chief.presses(ru('staff.make', { role: ru('staff.role.editor') }));
  await chief.next();
  expect(menu(40004)?.map(({ command }) => command)).toContain('announce');
  chief.says('/staff');
  await chief.next();
  chief.presses('40004');
  await chief.next();
  chief.presses(ru('staff.remove'));
  await chief.next();
  chief.says('ушёл');
  await chief.next();
  chief.presses(ru('staff.yes'));
  await chief.next();
  expect(menu(40004)).toBeUndefined();
});

it('shows the commands to a new member as soon as they write anything', async () => {
  await run.store.staff.set('telegram', '70007', 'operator');
  const operator = run.api.user(70_007, 'ru');
  operator.says('/help');
  await operator.next();
  const key = `commands||${JSON.stringify({ type: 'chat', chat_id: 70_007 })}`;
  const menu = await run.api.until(() => run.api.state.profile.get(key) as { command: string }[] | undefined);
  expect(menu.map(({ command }) => command)).toEqual(
    expect.arrayContaining(['inbox', 'stats', 'topics', 'privacy']),
  );
  expect(menu.map(({ command }) => command)).not.toContain('announce');
});

it('asks again when its next question could not be sent, and loses no answer', async () => {
  const chief = run.api.user(31, 'ru');
  chief.says('/staff');
  await chief.next();
  chief.presses(ru('staff.add'));
  await chief.next();
  run.api.fail('sendMessage', { kind: 'cut', when: 'before' }, 4);
  chief.says('80008');
  expect((await chief.next()).text).toContain(ru('staff.ask_role', { id: '80008' }));
  chief.presses(ru('staff.role.operator'));
  expect((await chief.next()).text).toContain('80008');
  expect(await run.store.staff.roleOf('telegram', '80008')).toBe('operator');
});
