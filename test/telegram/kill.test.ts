import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeBotApi, startBotApi } from '../support/bot-api/server.ts';
import { temporaryDirectory } from '../support/database.ts';

const program = fileURLToPath(new URL('killed-bot.ts', import.meta.url));
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

function startBot(): ChildProcess {
  const child = spawn(process.execPath, [program, `sqlite:${file}`, api.root, api.token], {
    stdio: 'ignore',
  });
  children.push(child);
  return child;
}

it('a bot killed twice in the middle answers every question, in order, and repeats only what was in hand', async () => {
  const people = Array.from({ length: 10 }, (_, index) => api.user(index + 1, 'kk'));
  const perPerson = 6;
  const inHand = 4;
  const inputs = ['/help', '/privacy', 'тізбе', '/topics', '/delete_me', '/language'];
  for (const input of inputs) for (const person of people) person.says(input);

  for (const answered of [10, 30]) {
    const child = startBot();
    const ended = new Promise((done) => child.once('exit', done));
    await api.until(() => (api.callsOf('sendMessage').length >= answered ? true : undefined));
    child.kill('SIGKILL');
    await ended;
  }
  const last = startBot();
  const orders = await Promise.all(
    people.map((person) =>
      api.until(() => {
        const texts = person.messages().map(({ text }) => text);
        return new Set(texts).size >= perPerson ? texts : undefined;
      }),
    ),
  );
  last.kill('SIGKILL');

  for (const texts of orders) {
    // Repeats stand beside each other: without them the order is that of the questions.
    const order = texts.filter((text, index) => text !== texts[index - 1]);
    expect(order).toHaveLength(perPerson);
  }
  const expected = orders.map((texts) => [...new Set(texts)]);
  for (const one of expected) expect(one).toEqual(expected[0]);
  expect(orders.flat().length - people.length * perPerson).toBeLessThanOrEqual(2 * inHand);
});
