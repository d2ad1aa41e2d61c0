import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FakeBotApi, startBotApi } from '../support/bot-api/server.ts';
import { temporaryDirectory } from '../support/database.ts';

const program = fileURLToPath(new URL('killed-guide-bot.ts', import.meta.url));
const file = join(temporaryDirectory(), 'bagdar.db');
const children: ChildProcess[] = [];
let api: FakeBotApi;

beforeAll(async () => {
  api = await startBotApi();
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await api.close();
});

/** Starts the bot as a process of its own and waits until it fetches updates: reading the content takes seconds. */
async function startBot(): Promise<ChildProcess> {
  const before = api.callsOf('getUpdates').length;
  const child = spawn(process.execPath, [program, `sqlite:${file}`, api.root, api.token], {
    stdio: 'ignore',
  });
  children.push(child);
  await patiently(() => api.callsOf('getUpdates').length > before);
  return child;
}

async function patiently(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

test('a guide goes on with the next press after the bot was killed in the middle of it', async () => {
  const user = api.user(1, 'ru');
  let bot = await startBot();
  user.says('/start guide_kandas');
  expect((await user.next()).text).toContain('Вопрос 1 из 6');
  user.presses('Нет');
  expect((await user.next()).text).toContain('Вопрос 2');
  await kill(bot);

  bot = await startBot();
  user.presses('Есть');
  expect((await user.next()).text).toContain('Вопрос 3');

  // Killed with a press on its way: it is answered after the start, and the guide stands behind it.
  await kill(bot);
  user.presses('В Казахстане');
  bot = await startBot();
  expect((await user.next()).text).toContain('Вопрос 4');
  user.presses('Китай');
  expect((await user.next()).text).toContain('Вопрос 5');
  await kill(bot);
}, 180_000);
