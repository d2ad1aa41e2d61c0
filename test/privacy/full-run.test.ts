import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Fleet, startFleet } from '../soak/fleet.ts';
import { type FakeBotApi, startBotApi } from '../support/bot-api/server.ts';
import type { FakeUser } from '../support/bot-api/user.ts';
import { temporaryDirectory } from '../support/database.ts';

/** The product as a process, people who write all kinds of things to it, and what is on the disk and in the log after. */
const folder = temporaryDirectory();
let api: FakeBotApi;
let fleet: Fleet;
let staying: FakeUser;
let leaving: FakeUser;

const leavingId = 8_812_345_671;
/** Where the page is opened. */
const address = '198.51.100.77';
const words = { leaving: 'жасырынсөз', staying: 'қалатынсөз', web: 'вебтегісөз' };
const numbers = ['900101350017', '+7 701 123 45 67', '77011234567', '4400 4301 2345 6789', 'N12345678'];
const said = (word: string) =>
  `${word}: ЖСН 900101350017, тел. +7 701 123 45 67, карта 4400 4301 2345 6789. Қандас құжаттары?`;

beforeAll(async () => {
  api = await startBotApi();
  staying = api.user(5_551_234_567, 'kk');
  leaving = api.user(leavingId, 'ru');
  fleet = await startFleet({
    replicas: 1,
    databaseUrl: `sqlite:${join(folder, 'run.db')}`,
    token: api.token,
    apiRoot: api.root,
    env: { LOG_LEVEL: 'trace' },
  });
  for (const [user, word] of [
    [staying, words.staying],
    [leaving, words.leaving],
  ] as const) {
    for (const text of ['/start', said(word), '/guide', '/privacy', '/contacts']) {
      user.says(text);
      await user.next();
    }
    user.sends({ contact: { phone_number: '77011234567', first_name: 'Айжан' } });
    await user.next();
  }
  // One call fails and one update is tried again: the ways on which most would be logged.
  api.fail('sendMessage', { kind: 'page', status: 502 }, 3);
  leaving.says(said(words.leaving));
  await leaving.next();
  await fetch(new URL('/api/messages', fleet.address(0)), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ text: said(words.web) }),
  });
});
afterAll(async () => {
  await fleet.close();
  await api.close();
});

/** Every byte of the database, its log and its side files. */
const disk = (): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)).toString('latin1'))
    .join('\n');
const onDisk = (text: string): boolean => disk().includes(Buffer.from(text).toString('latin1'));

it('the log holds no token, name, number, id or word of a message', () => {
  const log = fleet.output();
  expect(log).toContain('Telegram channel is on');
  const secrets = [api.token, api.token.slice(-16), 'Айжан', String(leavingId), '5551234567', address];
  for (const secret of [...secrets, ...numbers, ...Object.values(words)]) expect(log).not.toContain(secret);
});

it('the metrics tell what was done, and of nobody', async () => {
  const metrics = await (await fetch(new URL('/metrics', fleet.address(0)))).text();
  for (const line of [
    /^bagdar_telegram_calls_total\{method="sendMessage",result="network"\} 3$/mu,
    /^bagdar_telegram_calls_total\{method="sendMessage",result="ok"\} \d+$/mu,
    /^bagdar_updates_total\{channel="telegram",result="done"\} \d+$/mu,
    /^bagdar_questions_total\{channel="web",.*\} 1$/mu,
    /^bagdar_database_query_seconds_count\{result="ok"\} \d+$/mu,
    /^bagdar_replicas\{content="[^"]+",release="[^"]+"\} 1$/mu,
    /^bagdar_build_info\{version="[^"]+"\} 1$/mu,
    /^bagdar_inbox_depth\{state="parked"\} 0$/mu,
  ]) {
    expect(metrics).toMatch(line);
  }
  for (const secret of [String(leavingId), '5551234567', ...Object.values(words)]) {
    expect(metrics).not.toContain(secret);
  }
});

it('the database holds no token, name, network address or personal number', () => {
  expect(onDisk(words.staying)).toBe(true);
  for (const secret of [api.token, api.token.slice(-16), 'Айжан', address, ...numbers])
    expect(onDisk(secret)).toBe(false);
});

it('after /delete_me no byte of the database and no line of the log knows the person', async () => {
  expect([onDisk(String(leavingId)), onDisk(words.leaving)]).toEqual([true, true]);
  leaving.says('/delete_me');
  await leaving.next();
  leaving.presses('Да');
  await leaving.next();
  await api.drained();
  const gone = await api.until(
    () => (onDisk(String(leavingId)) || onDisk(words.leaving) ? undefined : true),
    'the end of the last trace',
  );
  expect(gone).toBe(true);
  expect(onDisk(words.staying)).toBe(true);
  expect(fleet.output()).not.toContain(String(leavingId));
});
