import assert from 'node:assert/strict';
import type { Composition } from './composition.ts';
import { outsider, type Site } from './outside.ts';
import type { Telegram } from './telegram.ts';

export interface Deployed {
  readonly composition: Composition;
  readonly telegram: Telegram;
  readonly site: Site;
  /** A folder for files that go into containers. */
  readonly folder: string;
  /** Addresses of this machine to come from; empty: whatever the system takes. */
  readonly from: readonly string[];
}

/** Throws what is wrong; resolves to what was seen, in words. */
export type Check = (deployed: Deployed) => Promise<string>;

/** The bots run without rights they do not need, and Docker finds them healthy. */
export const confined: Check = async ({ composition: { exec, inspect } }) => {
  for (const bot of ['bot1', 'bot2']) {
    assert.equal(await exec(bot, 'id', '-u'), '1000');
    const status = await exec(bot, 'cat', '/proc/1/status');
    assert.match(status, /^CapEff:\s+0{16}$/mu);
    assert.match(status, /^NoNewPrivs:\s+1$/mu);
    await assert.rejects(exec(bot, 'touch', '/app/new'), /Read-only file system/u);
    await exec(bot, 'touch', '/tmp/new');
    assert.equal(await exec(bot, 'sh', '-c', 'tr "\\0" " " < /proc/1/cmdline'), 'node src/start.js');
    assert.equal(await inspect(bot, '{{.State.Health.Status}}'), 'healthy');
  }
  return 'user node, read-only root, no capability, no new privileges, /tmp writable, node is process 1, healthy';
};

/** What the proxy adds, passes on and keeps in. */
export const edge: Check = async ({ composition, site }) => {
  const outside = outsider(site);
  const { status, headers, body } = await outside.get('/');
  assert.equal(status, 200);
  assert.match(body, /role="log"/u);
  assert.equal(headers['strict-transport-security'], 'max-age=31536000');
  assert.match(String(headers['content-security-policy']), /default-src 'none'/u);
  assert.equal((await outside.get('/', { 'accept-encoding': 'gzip' })).headers['content-encoding'], 'gzip');
  for (const path of [
    '/metrics',
    '/readyz',
    '/metrics?x=1',
    '/METRICS',
    '/%6detrics',
    '//metrics',
    '/metrics/',
    '/./readyz',
    '/readyz/running',
  ]) {
    assert.equal((await outside.get(path)).status, 404, `${path} is not let out`);
  }
  const inside = await composition.exec(
    'bot1',
    'node',
    '-e',
    `fetch('http://bot2:8080/metrics').then(r => console.log(r.status))`,
  );
  assert.equal(inside, '200');
  // 413, or 502 where the bot has closed the line before the proxy counted so far.
  assert.match(String((await outside.post('/api/messages', 'x'.repeat(2_000_000))).status), /^(413|502)$/u);
  return 'the page with its headers, compressed; /metrics and /readyz in no spelling; 2 MB are refused';
};

/** The visitor's cookie goes over TLS only. */
export const cookies: Check = async ({ site }) => {
  const outside = outsider(site);
  const { status, headers } = await outside.post('/api/messages', '{"command":"help"}');
  assert.equal(status, 200);
  const cookie = String(headers['set-cookie']);
  for (const mark of ['Secure', 'HttpOnly', 'SameSite=Lax'])
    assert.match(cookie, new RegExp(`; ${mark}`, 'u'));
  return 'Secure, HttpOnly, SameSite=Lax';
};

/** Limits go by the address a visitor comes from, whatever its own X-Forwarded-For says. */
export const limits: Check = async ({ site, from }) => {
  const [flooder, other] = [outsider(site, from[0]), outsider(site, from[1])];
  const statuses: number[] = [];
  // 120 a minute, over both bots; a body that is no input costs nothing.
  for (let batch = 0; batch < 14; batch += 1) {
    const some = Array.from({ length: 10 }, (_, at) =>
      flooder.post('/api/messages', '{}', { 'x-forwarded-for': `198.51.100.${batch * 10 + at}` }),
    );
    for (const { status } of await Promise.all(some)) statuses.push(status);
  }
  const limited = statuses.filter((status) => status === 429).length;
  assert.ok(limited > 0, `${limited} of ${statuses.length} were limited`);
  if (from.length < 2) return `${limited} of ${statuses.length} refused in spite of forged addresses`;
  assert.equal((await other.post('/api/messages', '{}')).status, 400);
  return `${limited} of ${statuses.length} refused in spite of forged addresses; another address is free`;
};

/** A held call of an open page lives as long as the bot holds it. */
export const longPolling: Check = async ({ site, from }) => {
  const outside = outsider(site, from[2]);
  await outside.post('/api/messages', '{"command":"help"}');
  const started = performance.now();
  const { status, body } = await outside.get('/api/messages?after=0');
  const seconds = (performance.now() - started) / 1000;
  assert.equal(status, 200);
  assert.deepEqual((JSON.parse(body) as { replies: unknown[] }).replies, []);
  assert.ok(seconds > 20, `cut after ${seconds} s`);
  return `held for ${seconds.toFixed(0)} s`;
};

/** Updates come in with the secret only. */
export const webhook: Check = async ({ telegram: { api }, site }) => {
  const outside = outsider(site);
  assert.equal((await outside.post('/telegram/webhook', '{"update_id":1}')).status, 401);
  const user = api.user(601, 'kk');
  user.says('Қандас мәртебесін алу үшін қандай құжаттар керек?');
  const { text } = await user.next();
  assert.ok(text.length > 100);
  return 'refused without the secret; a question in Telegram is answered';
};
