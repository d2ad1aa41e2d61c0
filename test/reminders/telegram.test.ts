import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { joinConversation } from '../../src/app/conversation.ts';
import { type Core, createCore } from '../../src/core.ts';
import { reminderSender, type SendReport } from '../../src/reminders/send.ts';
import type { FakeFile } from '../support/bot-api/server.ts';
import type { FakeUser } from '../support/bot-api/user.ts';
import { type ManualClock, manualClock } from '../support/clock.ts';
import { quiet } from '../support/quiet.ts';
import { runTelegram, type TelegramRun } from '../support/telegram-run.ts';
import { policy } from './given.ts';

let core: Core;
let clock: ManualClock;
let run: TelegramRun;
let user: FakeUser;

beforeAll(() => {
  core = createCore();
});
beforeEach(async () => {
  clock = manualClock();
  run = await runTelegram({
    conversation: (store) =>
      joinConversation({ questionRetentionDays: 30 }, { current: () => core }, store, clock),
    answerer: () => core.answerer,
    clock,
  });
  user = run.api.user(700, 'ru');
  const { store, channel } = run;
  const sender = reminderSender({
    core: () => core,
    store,
    courier: channel.courier,
    clock,
    policy,
    logger: quiet,
  });
  send = () => sender(new AbortController().signal);
});
afterEach(() => run.close());

/** Sends what is due by the manual clock. */
let send: () => Promise<SendReport>;

/** Goes through the registration guide as a host whose guest came today, to the offer of a reminder. */
async function offered(): Promise<void> {
  user.says('/start guide_registration');
  let message = await user.next();
  while (!message.buttons.flat().some(({ text }) => text === 'Другие темы')) {
    const labels = message.buttons.flat().map(({ text }) => text);
    if (labels.length > 0)
      user.presses(
        labels.find((label) => label === 'Сегодня' || /принима|гост/iu.test(label)) ?? labels[0] ?? '',
      );
    message = await user.next();
  }
  user.presses('⏰');
  await user.next();
}

it('is asked for at the end of a guide, comes once, and is gone from /reminders', async () => {
  await offered();
  user.presses('Утром');
  expect((await user.next()).text).toContain('Напомню');
  clock.advance(8 * 24 * 3_600_000);
  await send();
  await send();
  expect((await user.next()).text).toContain('⏰ Напоминание');
  user.says('/reminders');
  expect((await user.next()).text).toContain('Напоминаний нет');
  expect(user.unread()).toBe(0);
});

it('whose line was cut after Telegram took it is not sent again, and /reminders says so', async () => {
  await offered();
  user.presses('Утром');
  await user.next();
  clock.advance(8 * 24 * 3_600_000);
  run.api.fail('sendMessage', { kind: 'cut', when: 'after' });
  expect(await send()).toMatchObject({ unclear: 1 });
  expect((await user.next()).text).toContain('⏰ Напоминание');
  clock.advance(3_600_000);
  await send();
  user.says('/reminders');
  expect((await user.next()).text).toContain('Возможно, уже отправлено');
});

it('that Telegram asks to wait with comes after the wait', async () => {
  await offered();
  user.presses('Утром');
  await user.next();
  clock.advance(8 * 24 * 3_600_000);
  run.api.fail('sendMessage', { kind: 'flood', retryAfter: 7 });
  expect(await send()).toMatchObject({ waiting: 1 });
  clock.advance(6000);
  expect(await send()).toMatchObject({ sent: 0 });
  clock.advance(1000);
  expect(await send()).toMatchObject({ sent: 1 });
});

it('that the person blocked the bot before it came is dropped', async () => {
  await offered();
  user.presses('Утром');
  await user.next();
  run.api.fail('sendMessage', {
    kind: 'error',
    code: 403,
    description: 'Forbidden: bot was blocked by the user',
  });
  clock.advance(8 * 24 * 3_600_000);
  expect(await send()).toMatchObject({ dropped: 1 });
});

it('as a calendar file comes as a document', async () => {
  await offered();
  user.presses('📅');
  await user.next();
  await user.next();
  const file = run.api.callsOf('sendDocument')[0]?.params.document as FakeFile;
  expect(file.name).toMatch(/^bagdar-\d{4}-\d\d-\d\d\.ics$/);
  expect(file.bytes.toString()).toContain('SUMMARY:');
});
