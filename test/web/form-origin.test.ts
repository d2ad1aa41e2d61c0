import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { webSite } from './site.ts';

let site: Awaited<ReturnType<typeof webSite>>;
beforeEach(async () => {
  site = await webSite();
});
afterEach(() => site.close());

describe('a form of the page', () => {
  const posted = (headers: Record<string, string>) =>
    site.server.inject({
      method: 'POST',
      url: '/chat',
      headers: { host: 'chat.example', 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: 'text=1',
    });

  it('is taken though the browser hides its origin, as it does without JavaScript', async () => {
    expect((await posted({ origin: 'null', 'sec-fetch-site': 'same-origin' })).statusCode).toBe(303);
  });

  it.each([
    ['a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { origin: 'https://other.chat.example', 'sec-fetch-site': 'same-site' }],
    ['an unreadable origin', { origin: '][' }],
  ])('from %s is refused and leaves nobody behind', async (_, headers) => {
    expect((await posted(headers)).statusCode).toBe(403);
    expect(await site.store.people.count()).toBe(0);
  });
});
