import { afterEach, beforeEach, expect, it } from 'vitest';
import { runTelegram, type TelegramRun } from '../support/telegram-run.ts';
import { texts } from '../support/texts.ts';

let run: TelegramRun;
beforeEach(async () => {
  run = await runTelegram();
});
afterEach(() => run.close());

const greeting = texts.for('kk')('start.greeting');
const blocked = async () => (await run.store.people.find('telegram', '41'))?.blockedAt ?? null;

it('remembers who blocks it', async () => {
  const user = run.api.user(41, 'kk');
  user.says('/start');
  await user.next();
  user.blocks();
  await run.api.drained();
  await run.channel.stop();
  expect(await blocked()).not.toBeNull();
});

it('greets who comes back, once, though the app sends /start along', async () => {
  const user = run.api.user(41, 'kk');
  user.says('/start');
  await user.next();
  user.blocks();
  user.unblocks();
  user.says('/start');
  user.says('/privacy');
  expect((await user.next()).text).toContain(greeting);
  expect((await user.next()).text).toBe(texts.for('kk')('subscriptions.ask'));
  expect((await user.next()).text).toContain(texts.for('kk')('privacy.title'));
  expect(await blocked()).toBeNull();
});

it('opens what a deep link names', async () => {
  const user = run.api.user(41, 'kk');
  user.says('/start rules-almaty_region-7');
  expect((await user.next()).text).toContain('15 желтоқсанға');
});

it('greets when a deep link names nothing it knows', async () => {
  const user = run.api.user(41, 'kk');
  user.says('/start no-such-thing');
  expect((await user.next()).text).toContain(greeting);
});

it('sends who came back no announcements until they say yes', async () => {
  const user = run.api.user(41, 'kk');
  user.says('/start');
  await user.next();
  user.blocks();
  user.unblocks();
  await user.next();
  await user.next();
  const id = (await run.store.people.find('telegram', '41'))?.id ?? '';
  expect((await run.store.subscriptions.of(id)).stopped).toBe('forever');
  user.presses(texts.for('kk')('subscriptions.ask_yes'));
  await user.next();
  expect((await run.store.subscriptions.of(id)).stopped).toBeNull();
});
