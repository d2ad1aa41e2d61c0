import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { type Fleet, startFleet } from '../soak/fleet.ts';
import { type FakeBotApi, startBotApi } from '../support/bot-api/server.ts';
import { temporaryDirectory } from '../support/database.ts';

/** The product as a process, and a Telegram that goes away. */
let fleet: Fleet;
const start = async (api: FakeBotApi, env: Record<string, string> = {}): Promise<void> => {
  fleet = await startFleet({
    replicas: 1,
    databaseUrl: `sqlite:${join(temporaryDirectory(), 'down.db')}`,
    token: api.token,
    apiRoot: api.root,
    env,
  });
};
const get = (path: string) => fetch(new URL(path, fleet.address(0)));

interface Ready {
  readonly ok: boolean;
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly reason?: string }[];
}
/** What is said of Telegram, once it is so. */
const telegramIs = (well: boolean) =>
  vi.waitUntil(
    async () => {
      const response = await get('/readyz');
      const { ok, checks } = (await response.json()) as Ready;
      const telegram = checks.find(({ name }) => name === 'telegram');
      return telegram?.ok === well && { status: response.status, ok, telegram };
    },
    { timeout: 20_000, interval: 50 },
  );

afterEach(() => fleet.close());

it('keeps the web chat ready and says that Telegram is down', async () => {
  const api = await startBotApi();
  await start(api);
  expect(await telegramIs(true)).toMatchObject({ status: 200, ok: true });
  expect(await (await get('/metrics')).text()).toContain('bagdar_channel_up{channel="telegram"} 1');

  await api.close();
  expect(await telegramIs(false)).toMatchObject({
    status: 200,
    ok: true,
    telegram: { needed: false, reason: expect.any(String) },
  });
  expect(await (await get('/metrics')).text()).toContain('bagdar_channel_up{channel="telegram"} 0');
  const answered = await fetch(new URL('/api/messages', fleet.address(0)), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'Қандас құжаттары?' }),
  });
  expect(answered.status).toBe(200);
});

it('is not ready without a web chat: then it serves nobody', async () => {
  const api = await startBotApi();
  await api.close();
  await start(api, { WEB_CHAT: 'off' });
  expect(await telegramIs(false)).toMatchObject({ status: 503, ok: false });
});
