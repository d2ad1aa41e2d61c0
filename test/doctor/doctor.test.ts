import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WebhookInfo } from 'grammy/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TelegramConfig } from '../../src/config/config.ts';
import { examineDisk } from '../../src/doctor/machine.ts';
import { examineTelegram, examineWebhook } from '../../src/doctor/telegram.ts';
import { systemClock } from '../../src/operations/clock.ts';
import { openStore } from '../../src/store/open.ts';
import { update } from '../store/contract/given.ts';
import { type FakeBotApi, startBotApi } from '../support/bot-api/server.ts';
import { temporaryDirectory } from '../support/database.ts';
import { quiet } from '../support/quiet.ts';

const now = new Date('2026-07-01T12:00:00Z');
const url = 'https://bagdar.example.kz/telegram/webhook';
const base = { token: '1:x', apiRoot: 'http://127.0.0.1:1' };
const polling: TelegramConfig = { ...base, mode: 'polling' };
const webhook: TelegramConfig = { ...base, mode: 'webhook', url, secret: 's' };
const info = (given: Partial<WebhookInfo>): WebhookInfo =>
  ({ url, has_custom_certificate: false, pending_update_count: 0, ...given }) as WebhookInfo;
const failing = (message: string): WebhookInfo =>
  info({ last_error_date: now.getTime() / 1000 - 60, last_error_message: message });

describe('the webhook', () => {
  it.each([
    ['as it should be', info({}), webhook, []],
    ['none, as polling needs', info({ url: '' }), polling, []],
    ['set though we poll', info({}), polling, ['BOT_MODE is polling']],
    ['not set', info({ url: '' }), webhook, ['no webhook is set']],
    ['elsewhere', info({ url: 'https://other.example/x' }), webhook, ['other.example/x']],
    ['without presses', info({ allowed_updates: ['message'] }), webhook, ['callback_query']],
    ['with the wrong secret', failing('Wrong response from the webhook: 401 Unauthorized'), webhook, ['401']],
    ['that piles up', info({ pending_update_count: 5000 }), webhook, ['5000 updates wait']],
    [
      'whose error is of yesterday',
      info({ last_error_date: now.getTime() / 1000 - 86_400, last_error_message: 'Connection refused' }),
      webhook,
      [],
    ],
  ])('%s', (_, given, config, faults) => {
    const found = examineWebhook(given, config, now).filter(({ level }) => level === 'fault');
    expect(found).toHaveLength(faults.length);
    for (const [index, words] of faults.entries()) expect(found[index]?.what).toContain(words);
    for (const { mend } of found) expect(mend?.length).toBeGreaterThan(20);
  });

  it.each([
    ['Wrong response from the webhook: 401 Unauthorized', 'WEBHOOK_SECRET'],
    ['Wrong response from the webhook: 404 Not Found', '/telegram/webhook'],
    ['Wrong response from the webhook: 502 Bad Gateway', '/readyz'],
    ['SSL error {error:0A000086:SSL routines::certificate verify failed}', 'TLS'],
    ['Failed to resolve host: Name or service not known', 'DNS'],
    ['Connection timed out', '443'],
  ])('%s: it names %s', (message, word) => {
    const [found] = examineWebhook(failing(message), webhook, now).filter(({ level }) => level === 'fault');
    expect(found?.mend).toContain(word);
  });
});

describe('Telegram', () => {
  let api: FakeBotApi;
  beforeAll(async () => {
    api = await startBotApi();
  });
  afterAll(() => api.close());
  const group = -1_001_234;
  const faultsOf = async (staff: string | null): Promise<string[]> => {
    const config: TelegramConfig = { mode: 'polling', token: api.token, apiRoot: api.root };
    const found = await examineTelegram(config, staff, now);
    return found.filter(({ level }) => level === 'fault').map(({ what }) => what);
  };

  it('is well with a group in which the bot manages topics', async () => {
    api.group(group).members.set(api.state.botId, 'administrator');
    expect(await faultsOf(String(group))).toEqual([]);
  });

  it('names a group without topics, one without rights, and one it cannot see', async () => {
    const chat = api.group(group);
    chat.isForum = false;
    expect(await faultsOf(String(group))).toEqual([expect.stringContaining('no topics')]);
    chat.isForum = true;
    chat.mayManageTopics = false;
    expect(await faultsOf(String(group))).toEqual([expect.stringContaining('may not manage topics')]);
    expect(await faultsOf('-100999')).toEqual([expect.stringContaining('cannot be seen')]);
  });

  it('names a refused token, and a server nobody reaches', async () => {
    const other: TelegramConfig = { ...polling, apiRoot: api.root };
    expect(await examineTelegram(other, null, now)).toMatchObject([{ what: 'Telegram refuses BOT_TOKEN' }]);
    expect(await examineTelegram(polling, null, now)).toMatchObject([
      { level: 'fault', what: expect.stringContaining('cannot be reached') },
    ]);
  });
});

it('too little disk space is a fault, and PostgreSQL keeps its own', () => {
  const file = { kind: 'sqlite', file: '/data/x.db' } as const;
  const free = (megabytes: number) => examineDisk(file, () => megabytes * 1024 * 1024)[0]?.level;
  expect([free(50), free(500), free(5000)]).toEqual(['fault', 'note', 'ok']);
  expect(examineDisk({ kind: 'postgres', url: 'postgres://h/d' })).toEqual([]);
});

describe('npm run doctor', () => {
  const folder = temporaryDirectory();
  const program = fileURLToPath(new URL('../../src/commands/doctor.ts', import.meta.url));
  const env = (more: Record<string, string>) => ({ PATH: process.env.PATH ?? '', ...more });

  it('names updates that were given up with their reasons, never the token, and ends with 1', async () => {
    const api = await startBotApi();
    const databaseUrl = `sqlite:${join(folder, 'bagdar.db')}`;
    const store = await openStore(databaseUrl, { clock: systemClock, logger: quiet });
    await store.inbox.store([update('chat', 1)]);
    const [claim] = await store.inbox.claim({ owner: 'test', limit: 1, leaseMs: 60_000 });
    await store.inbox.park(claim!, 'TypeError: a fault of ours');
    await store.close();
    const child = spawn(process.execPath, [program], {
      env: env({ DATABASE_URL: databaseUrl, BOT_TOKEN: api.token, BOT_API_ROOT: api.root }),
    });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    expect(await new Promise((done) => child.once('close', done))).toBe(1);
    await api.close();
    expect(said).toContain('FAULT 1 updates were given up: 1 × TypeError: a fault of ours');
    expect(said).toContain('ok    the token is good: @bagdar_test_bot');
    expect(said).toContain('1 to mend');
    expect(said).not.toContain(api.token.slice(-16));
  });

  it('names a damaged database and a wrong variable', () => {
    const file = join(folder, 'damaged.db');
    writeFileSync(file, 'SQLite format 3\0 and then nothing of the kind'.padEnd(8192, 'x'));
    const damaged = spawnSync(process.execPath, [program], { env: env({ DATABASE_URL: `sqlite:${file}` }) });
    expect(damaged.stdout.toString()).toContain('is damaged');
    const wrong = spawnSync(process.execPath, [program], { env: env({ PORT: 'eighty' }) });
    expect(wrong.stdout.toString()).toContain('FAULT PORT: "eighty" is not a whole number');
    expect([damaged.status, wrong.status]).toEqual([1, 1]);
  });
});
