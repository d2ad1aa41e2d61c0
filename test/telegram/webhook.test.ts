import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWebhook } from '../../src/telegram/webhook.ts';
import { quiet } from '../support/quiet.ts';
import { runTelegram, type TelegramRun } from '../support/telegram-run.ts';

const secret = 'a-secret_of-the-webhook';
const update = {
  update_id: 7,
  message: {
    message_id: 1,
    date: 1,
    chat: { id: 5, type: 'private' },
    from: { id: 5, is_bot: false },
    text: 'тізбе',
  },
};

describe('the webhook', () => {
  const accepted: unknown[] = [];
  const webhook = createWebhook({
    secret,
    logger: quiet,
    sink: {
      accept: async (updates) => {
        accepted.push(...updates);
      },
    },
  });
  beforeEach(() => {
    accepted.length = 0;
  });

  it.each([undefined, '', 'wrong', `${secret}x`, secret.slice(0, -1)])(
    'does not admit the secret %j',
    (header) => {
      expect(webhook.admits(header)).toBe(false);
    },
  );

  it('takes an update with the right secret', async () => {
    expect(webhook.admits(secret)).toBe(true);
    expect(await webhook.take(update)).toBe(200);
    expect(accepted).toEqual([update]);
  });

  it.each([null, undefined, 'x', 7, [], {}, { update_id: 'x' }, { update_id: -1 }])(
    'refuses %j, which is no update',
    async (body) => {
      expect(await webhook.take(body)).toBe(400);
    },
  );

  it('asks for the update again when it cannot be stored', async () => {
    const broken = createWebhook({
      secret,
      logger: quiet,
      sink: { accept: () => Promise.reject(new Error('the database is away')) },
    });
    expect(await broken.take(update)).toBe(503);
  });
});

describe('the channel in webhook mode', () => {
  let run: TelegramRun;
  afterEach(() => run.close());
  const start = async () => {
    run = await runTelegram({
      config: (root, token) => ({
        mode: 'webhook',
        token,
        apiRoot: root,
        url: 'https://bagdar.example.kz/telegram/webhook',
        secret,
      }),
    });
  };

  it('registers its address, secret and kinds of updates', async () => {
    await start();
    const webhook = await run.api.until(() => run.api.state.webhook ?? undefined);
    expect(webhook).toMatchObject({
      url: 'https://bagdar.example.kz/telegram/webhook',
      secret_token: secret,
      allowed_updates: ['message', 'edited_message', 'callback_query', 'inline_query', 'my_chat_member'],
    });
  });

  it('answers an update once, though Telegram sends it twice', async () => {
    await start();
    const user = run.api.user(5, 'kk');
    expect(await run.channel.webhook?.take(update)).toBe(200);
    expect(await run.channel.webhook?.take(update)).toBe(200);
    expect((await user.next()).text).toContain('15 желтоқсанға');
    await run.channel.stop();
    expect(user.unread()).toBe(0);
  });

  it('acknowledges before the answer is made', async () => {
    await start();
    const user = run.api.user(5, 'kk');
    run.api.fail('sendMessage', { kind: 'slow', ms: 50 });
    expect(await run.channel.webhook?.take(update)).toBe(200);
    expect(user.unread()).toBe(0);
  });
});
