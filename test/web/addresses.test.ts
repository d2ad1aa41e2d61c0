import type { FastifyRequest } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '../../src/web/addresses.ts';
import { asked, clock, cookiesOf, webSite } from './site.ts';

describe('who a request comes from', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2:ffff::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    [undefined, 'gone'],
  ])('%s counts as %s', (ip, key) => {
    expect(addressOf({ ip } as FastifyRequest)).toBe(key);
  });
});

describe('new sessions', () => {
  let site: Awaited<ReturnType<typeof webSite>>;
  beforeAll(async () => {
    site = await webSite();
  });
  afterAll(() => site.close());
  const from = (remoteAddress: string, forwarded?: string, cookies = {}) =>
    site.server.inject({
      ...asked('/', cookies),
      remoteAddress,
      ...(forwarded === undefined ? {} : { headers: { 'x-forwarded-for': forwarded } }),
    });

  it('of one address are refused with words when there are too many, and those who have one go on', async () => {
    const first = cookiesOf(await from('192.0.2.1'));
    for (let opened = 1; opened < 100; opened += 1) await from('192.0.2.1');
    // Another minute: the limit of requests must not be what refuses here.
    clock.advance(61_000);
    for (let opened = 0; opened < 100; opened += 1) await from('192.0.2.1');
    const refused = await from('192.0.2.1');
    expect(refused.statusCode).toBe(429);
    expect(refused.json().message).toContain('минут');
    expect(refused.cookies).toEqual([]);
    expect((await from('192.0.2.1', undefined, first)).statusCode).toBe(200);
    expect((await from('192.0.2.2')).statusCode).toBe(200);
    clock.advance(600_000);
    expect((await from('192.0.2.1')).statusCode).toBe(200);
  });

  it('behind a proxy are counted by the visitor, whatever the visitor claims to be', async () => {
    for (let sent = 0; sent < 120; sent += 1) await from('10.1.0.1', `198.51.100.${sent}, 203.0.113.5`);
    expect((await from('10.1.0.1', '198.51.100.250, 203.0.113.5')).statusCode).toBe(429);
    expect((await from('10.1.0.1', '203.0.113.6')).statusCode).toBe(200);
    // Not from a proxy of ours: the header is not believed.
    for (let sent = 0; sent < 120; sent += 1) await from('203.0.113.9', `198.51.100.${sent}`);
    expect((await from('203.0.113.9', '198.51.100.251')).statusCode).toBe(429);
  });
});
