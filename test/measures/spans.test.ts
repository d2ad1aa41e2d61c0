import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Fleet, startFleet } from '../soak/fleet.ts';
import { type FakeBotApi, startBotApi } from '../support/bot-api/server.ts';
import { temporaryDirectory } from '../support/database.ts';

/** The product as an operator runs it with an SDK beside, and what that SDK was given. */
interface Span {
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly id: string;
  readonly trace: string;
  readonly parent: string | null;
}

const folder = temporaryDirectory();
const file = join(folder, 'spans.jsonl');
const personId = 5_551_234_567;
let api: FakeBotApi;
let fleet: Fleet;
let spans: readonly Span[];

beforeAll(async () => {
  api = await startBotApi();
  const user = api.user(personId, 'kk');
  fleet = await startFleet({
    replicas: 1,
    databaseUrl: `sqlite:${join(folder, 'spans.db')}`,
    token: api.token,
    apiRoot: api.root,
    env: {
      NODE_OPTIONS: `--import ${pathToFileURL('test/support/tracing/sdk.ts')}`,
      SPANS: file,
    },
  });
  user.says('Қандас құжаттары? Атым Айжанқұпия, ЖСН 900101350017');
  await user.next();
  await fetch(new URL('/api/messages', fleet.address(0)), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': '198.51.100.77' },
    body: JSON.stringify({ text: 'Что такое карта «Ата жолы»? Айжанқұпия' }),
  });
  spans = await vi.waitUntil(() => {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    const read = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Span);
    const ended = new Set(read.map(({ name }) => name));
    return ended.has('update') && ended.has('web turn') && read;
  }, 10_000);
});
afterAll(async () => {
  await fleet.close();
  await api.close();
});

/** The span of this name below another one. */
const below = (parent: Span | undefined, name: string): Span | undefined =>
  spans.find((span) => span.name === name && span.parent === parent?.id);
const root = (name: string): Span | undefined =>
  spans.find((span) => span.name === name && span.parent === null);

it('a question in Telegram is one trace: the update, the question, the answer, its queries and calls', () => {
  const update = root('update');
  expect(update?.attributes).toMatchObject({ 'bagdar.channel': 'telegram', 'bagdar.update': 'message' });
  const question = below(update, 'question');
  expect(question?.attributes).toMatchObject({ 'bagdar.locale': 'kk', 'bagdar.language': 'kk' });
  expect(below(question, 'answer')?.attributes).toMatchObject({ 'bagdar.outcome': expect.any(String) });
  expect(below(question, 'database insert')?.trace).toBe(update?.trace);
  expect(below(update, 'telegram sendMessage')?.attributes).toEqual({ 'bagdar.result': 'ok' });
});

it('a question on the web is one trace', () => {
  const turn = root('web turn');
  expect(turn?.attributes).toEqual({ 'bagdar.channel': 'web' });
  const question = below(turn, 'question');
  expect(question?.attributes).toMatchObject({ 'bagdar.channel': 'web', 'bagdar.script': 'cyrl' });
  expect(below(question, 'answer')).toBeDefined();
});

it('work that nobody waits for makes no spans of its own', () => {
  const roots = spans.filter(({ parent }) => parent === null).map(({ name }) => name);
  expect(new Set(roots)).toEqual(new Set(['update', 'web turn']));
});

it('no span knows who asked or what', () => {
  const all = readFileSync(file, 'utf8');
  for (const word of [
    String(personId),
    'Айжан',
    '900101350017',
    '198.51.100.77',
    api.token,
    'Қандас құжат',
    'Ата жолы',
  ]) {
    expect(all).not.toContain(word);
  }
});
