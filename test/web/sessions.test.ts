import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asked, clock, cookiesOf, webSite } from './site.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

let site: Awaited<ReturnType<typeof webSite>>;
beforeEach(async () => {
  site = await webSite();
});
afterEach(() => site.close());

type Cookies = Record<string, string>;

/** Asks, and returns the cookies the browser holds afterwards. */
async function ask(text: string, cookies: Cookies = {}): Promise<Cookies> {
  return { ...cookies, ...cookiesOf(await site.server.inject(asked(text, cookies))) };
}

async function historyOf(cookies: Cookies): Promise<unknown[]> {
  return (await site.server.inject({ url: '/api/history', cookies })).json().messages;
}

describe('a session', () => {
  it('shows the conversation again after a restart', async () => {
    const cookies = await ask('құпия сұрақ');
    const restarted = await webSite({ store: site.store });
    const { body } = await restarted.server.inject({ url: '/', cookies });
    await restarted.server.close();
    expect(body).toContain('құпия сұрақ');
  });

  it('keeps its token within a day', async () => {
    const cookies = await ask('қандас');
    clock.advance(day - minute);
    expect(await ask('қандас', cookies)).toEqual(cookies);
  });

  it('changes its token when used after a day, and the old one dies', async () => {
    const old = await ask('қандас');
    clock.advance(day + minute);
    const renewed = await ask('қандас', old);
    clock.advance(2 * minute);
    expect(await historyOf(renewed)).toHaveLength(4);
    expect(await historyOf(old)).toEqual([]);
  });

  it('stays one conversation when two tabs change the token at once', async () => {
    const old = await ask('қандас');
    clock.advance(day + minute);
    const one = await ask('бірінші', old);
    const two = await ask('екінші', old);
    expect(await historyOf(two)).toEqual(await historyOf(one));
    expect(await historyOf(two)).toHaveLength(6);
  });

  it('unused for thirty days is over', async () => {
    const cookies = await ask('қандас');
    clock.advance(31 * day);
    expect(await historyOf(cookies)).toEqual([]);
  });

  it.each(['', '%00', '__proto__', 'x'.repeat(5000)])('of a broken token %# opens nothing', async (token) => {
    await ask('қандас');
    expect(await historyOf({ bagdar: token })).toEqual([]);
  });

  it('inside the frame of a named site has a cookie that browsers send there', async () => {
    const framed = await webSite({ origins: ['https://gov.example'] });
    const { cookies } = await framed.server.inject(asked('қандас'));
    await framed.close();
    expect(cookies[0]).toMatchObject({ sameSite: 'None', secure: true, httpOnly: true });
  });
});

describe('the history', () => {
  it('keeps the last fifty messages', async () => {
    const cookies = await ask('0');
    for (let number = 1; number < 28; number += 1) {
      await ask(`сұрақ ${number}`, cookies);
      clock.advance(minute);
    }
    const kept = await historyOf(cookies);
    expect(kept).toHaveLength(50);
    expect(kept.at(-2)).toEqual({ author: 'user', text: 'сұрақ 27' });
  });

  it('is deleted on request, for this visitor only', async () => {
    const [mine, other] = [await ask('менікі'), await ask('басқанікі')];
    const { statusCode } = await site.server.inject({ method: 'DELETE', url: '/api/history', cookies: mine });
    expect(statusCode).toBe(204);
    expect([await historyOf(mine), await historyOf(other)]).toEqual([[], expect.any(Array)]);
    expect(await historyOf(other)).toHaveLength(2);
  });
});
