import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webSite } from './site.ts';

const url = '/telegram/webhook';
const header = 'x-telegram-bot-api-secret-token';
const taken: unknown[] = [];
let site: Awaited<ReturnType<typeof webSite>>;
beforeAll(async () => {
  site = await webSite({
    webhook: {
      admits: (secret) => secret === 'right',
      take: async (update) => {
        taken.push(update);
        return 200;
      },
    },
  });
});
afterAll(() => site.close());

describe('the webhook', () => {
  it('is not there while Telegram is polled', async () => {
    const polled = await webSite();
    expect((await polled.server.inject({ method: 'POST', url, payload: {} })).statusCode).toBe(404);
    await polled.close();
  });

  it('hands an update with the secret over', async () => {
    const payload = { update_id: 1 };
    const response = await site.server.inject({
      method: 'POST',
      url,
      payload,
      headers: { [header]: 'right' },
    });
    expect(response.statusCode).toBe(200);
    expect(taken).toEqual([payload]);
  });

  const update = ['an update', '{"update_id":1}', 'application/json'] as const;
  const forged = [
    update,
    ['no JSON', '{"update_id":', 'application/json'],
    ['another content type', '<update/>', 'application/xml'],
    ['a prototype', '{"__proto__":{"x":1}}', 'application/json'],
    ['more than is ever read', 'x'.repeat(1_100_000), 'application/json'],
    ['nothing', '', 'application/json'],
  ] as const;
  const post = async (payload: string, type: string, secret: Record<string, string>) => {
    const { statusCode, headers, body } = await site.server.inject({
      method: 'POST',
      url,
      payload,
      headers: { 'content-type': type, ...secret },
    });
    return { statusCode, body, headers: { ...headers, date: '' } };
  };

  it.each(forged)('answers a forged call with %s like any other', async (_, payload, type) => {
    const before = taken.length;
    const usual = await post(update[1], update[2], { [header]: 'wrong' });
    expect(usual).toMatchObject({ statusCode: 401, body: '' });
    expect(await post(payload, type, { [header]: 'wrong' })).toEqual(usual);
    expect(await post(payload, type, {})).toEqual(usual);
    expect(taken).toHaveLength(before);
  });

  it('refuses a forged call without waiting for its body, and closes', async () => {
    const { port } = new URL(await site.server.listen({ port: 0, host: '127.0.0.1' }));
    const answered = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1');
      let said = '';
      socket.on('data', (chunk) => {
        said += chunk;
      });
      socket.once('error', reject).once('close', () => resolve(said));
      socket.write(
        `POST ${url} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n{`,
      );
    });
    expect(answered).toMatch(/^HTTP\/1\.1 401 /u);
  });
});
