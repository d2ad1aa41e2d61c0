import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asked, cookiesOf, webSite } from './site.ts';

let site: Awaited<ReturnType<typeof webSite>>;
beforeAll(async () => {
  site = await webSite();
});
afterAll(() => site.close());

describe('headers', () => {
  it('let the page load and run only what is its own', async () => {
    const { headers } = await site.server.inject('/');
    const policy = String(headers['content-security-policy']);
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    });
  });

  it('name the sites that may frame the chat', async () => {
    const framed = await webSite({ origins: ['https://gov.example'] });
    const { headers } = await framed.server.inject('/');
    expect(String(headers['content-security-policy'])).toContain('frame-ancestors https://gov.example');
    expect(headers['x-frame-options']).toBeUndefined();
    await framed.close();
  });
});

describe('a request that changes something', () => {
  it.each([
    ['another site by fetch metadata', { 'sec-fetch-site': 'cross-site' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['a broken origin', { origin: 'null' }],
  ])('from %s is refused', async (_, headers) => {
    const response = await site.server.inject({ ...asked('қандас'), headers });
    expect(response.statusCode).toBe(403);
  });

  it('from the page itself is taken', async () => {
    const response = await site.server.inject({
      ...asked('қандас'),
      headers: { host: 'chat.example', origin: 'http://chat.example', 'sec-fetch-site': 'same-origin' },
    });
    expect(response.statusCode).toBe(200);
  });
});

describe('a session', () => {
  it('is opened by the first message, in a cookie scripts cannot read', async () => {
    expect((await site.server.inject('/')).cookies).toEqual([]);
    const response = await site.server.inject(asked('қандас'));
    expect(response.cookies[0]).toMatchObject({ name: 'bagdar', httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(response.cookies[0]?.value.length).toBeGreaterThanOrEqual(40);
  });

  it('that is forged opens nothing', async () => {
    const response = await site.server.inject({ url: '/api/history', cookies: { bagdar: 'x'.repeat(43) } });
    expect(response.json()).toEqual({ messages: [] });
  });

  it('of one visitor shows nothing of another', async () => {
    const one = cookiesOf(await site.server.inject(asked('құпия сұрақ қандас')));
    const two = cookiesOf(await site.server.inject(asked('басқа сұрақ')));
    expect((await site.server.inject({ url: '/', cookies: one })).body).toContain('құпия сұрақ');
    expect((await site.server.inject({ url: '/', cookies: two })).body).not.toContain('құпия сұрақ');
  });

  it('ends with /delete_me, and nothing of the talk is left', async () => {
    const cookies = cookiesOf(await site.server.inject(asked('өшірілетін сұрақ')));
    await site.server.inject({
      method: 'POST',
      url: '/api/messages',
      payload: { command: 'delete_me' },
      cookies,
    });
    await site.server.inject({
      method: 'POST',
      url: '/api/messages',
      payload: { action: '1:fg:1' },
      cookies,
    });
    expect((await site.server.inject({ url: '/api/history', cookies })).json()).toEqual({ messages: [] });
  });
});

describe('hostile input', () => {
  it('stands on the page as text', async () => {
    const text = '<img src=x onerror=alert(1)> "қандас" <script>alert(2)</script>';
    const cookies = cookiesOf(await site.server.inject(asked(text)));
    const { body } = await site.server.inject({ url: '/', cookies });
    expect(body).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(body).not.toContain('<img src=x');
    expect(body.match(/<script/gu)).toHaveLength(1);
  });

  it.each([
    ['no JSON', '{"text":', 'application/json', 400],
    ['JSON of another shape', '{"texts":"a"}', 'application/json', 400],
    ['a number for a text', '{"text":5}', 'application/json', 400],
    ['an object that pretends to be a text', '{"text":{"length":{"toString":1}}}', 'application/json', 400],
    ['an unknown command', '{"command":"announce"}', 'application/json', 400],
    ['a prototype', '{"__proto__":{"x":1},"text":"a"}', 'application/json', 400],
    ['deep nesting', `{"text":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'application/json', 400],
    ['another content type', '<a/>', 'application/xml', 415],
    ['a body over the limit', `{"text":"${'a'.repeat(300_000)}"}`, 'application/json', 413],
  ])('%s is refused with words', async (_, payload, type, status) => {
    const response = await site.server.inject({
      method: 'POST',
      url: '/api/messages',
      payload,
      headers: { 'content-type': type },
      remoteAddress: '10.0.0.9',
    });
    expect(response.statusCode).toBe(status);
    expect(response.json().message.length).toBeGreaterThan(5);
  });

  it('of 100 KB gets an answer', async () => {
    const response = await site.server.inject(asked('қандас '.repeat(8_000)));
    expect(response.statusCode).toBe(200);
    expect(JSON.stringify(response.json())).toContain('500');
  });

  it('with a forged button is answered as an old one', async () => {
    const response = await site.server.inject({
      method: 'POST',
      url: '/api/messages',
      payload: { action: '1:e:../../etc/passwd' },
      remoteAddress: '10.0.0.8',
    });
    expect(response.json().turn).toMatchObject({ replies: [], notice: expect.stringContaining('/topics') });
  });

  it.each([
    '/assets/../main.ts',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/chat.js',
    '/..%2fpackage.json',
    '/src/main.ts',
  ])('%s finds no file', async (url) => {
    const response = await site.server.inject(url);
    expect(response.statusCode).toBe(404);
    expect(response.body).not.toContain('"name": "bagdar"');
  });

  it('a personal number is not shown again', async () => {
    const cookies = cookiesOf(
      await site.server.inject({ ...asked('ЖСН 900101350017 қандас құжаттары'), remoteAddress: '10.0.0.7' }),
    );
    expect((await site.server.inject({ url: '/api/history', cookies })).body).not.toContain('900101350017');
  });
});

describe('limits', () => {
  it('answer a flood from one address politely once, then turn it away without a word', async () => {
    const refused: LightMyRequestResponse[] = [];
    for (let index = 0; index < 125; index += 1) {
      const response = await site.server.inject({
        method: 'POST',
        url: '/api/messages',
        payload: { x: 1 },
        remoteAddress: '10.9.9.9',
      });
      if (response.statusCode === 429) refused.push(response);
    }
    const [first, ...rest] = refused;
    expect(first?.json().message).toContain('минут');
    expect(Number(first?.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(rest.map(({ body }) => body)).toEqual(['', '', '', '']);
  });
});
