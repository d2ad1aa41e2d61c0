import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { type FakeBotApi, startBotApi } from '../support/bot-api/server.ts';
import { manualClock } from '../support/clock.ts';
import { freshPostgres } from '../support/database.ts';
import { quiet } from '../support/quiet.ts';
import { policy } from './given.ts';

const program = fileURLToPath(new URL('killed-sender.ts', import.meta.url));
const people = 30;
let api: FakeBotApi;
const children: ChildProcess[] = [];

beforeAll(async () => {
  api = await startBotApi();
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await api.close();
});

function startSender(url: string, now: string): ChildProcess {
  const child = spawn(process.execPath, [program, url, api.root, api.token, now], { stdio: 'ignore' });
  children.push(child);
  return child;
}

const arrived = () => api.callsOf('sendMessage').filter(({ code }) => code === 200);

it('a sender killed in the middle: nobody is told twice, and what nobody knows of can be seen', async () => {
  const url = await freshPostgres();
  const store = await openStore(url, { clock: manualClock('2026-11-28T03:00:00Z'), logger: quiet });
  const ids: string[] = [];
  for (let number = 1; number <= people; number += 1) {
    const user = api.user(number, 'ru');
    const { id } = await store.people.arrive('telegram', String(user.id));
    ids.push(id);
    const dueAt = new Date('2026-11-28T04:00:00Z');
    const about = { about: 'host.notice_person', lastDay: '2026-12-01', rule: 'x' };
    await store.reminders.set(id, { ...about, time: 'before', day: '2026-11-28', dueAt }, 9);
  }
  // The second handful of calls is left hanging: the kill falls into them.
  for (let call = 0; call < policy.at_once; call += 1) api.fail('sendMessage', { kind: 'slow', ms: 1 });
  for (let call = 0; call < policy.at_once; call += 1) api.fail('sendMessage', { kind: 'hang' });

  const first = startSender(url, '2026-11-28T04:00:10Z');
  const ended = new Promise((done) => first.once('exit', done));
  await api.until(() => (api.callsOf('sendMessage').length >= 2 * policy.at_once ? true : undefined));
  first.kill('SIGKILL');
  await ended;
  startSender(url, '2026-11-28T04:10:00Z');
  await api.until(() => (arrived().length >= people - policy.at_once ? true : undefined), 'the rest');

  const told = api.callsOf('sendMessage').map(({ params }) => String(params.chat_id));
  expect(new Set(told).size).toBe(told.length);
  const lists = await Promise.all(ids.map((id) => store.reminders.list(id)));
  const left = lists.flat().filter(({ state }) => state !== 'sending');
  expect(left.map(({ state }) => state)).toEqual(Array(policy.at_once).fill('unclear'));
  await store.close();
});
