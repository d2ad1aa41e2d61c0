import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { paragraph, reply } from '../../src/messages/build.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { createWebCourier } from '../../src/web/courier.ts';
import { createMailroom } from '../../src/web/mailroom.ts';
import { freshPostgres } from '../support/database.ts';
import { quiet } from '../support/quiet.ts';
import { asked, clock, cookiesOf, webSite } from './site.ts';

const news = (text: string) => reply('kk', [paragraph(text)]);
const never = new AbortController().signal;

describe('an open page', () => {
  let site: Awaited<ReturnType<typeof webSite>>;
  let cookies: Record<string, string>;
  beforeEach(async () => {
    site = await webSite({ mailroom: { lookMs: 5, holdMs: 200 } });
    cookies = cookiesOf(await site.server.inject(asked('қандас деген кім')));
  });
  afterEach(() => site.close());

  const visitor = async () => (await site.store.people.list(null, 1))[0]!;
  const deliver = async (text: string) =>
    createWebCourier(site.store).deliver({ channel: 'web', id: (await visitor()).externalId }, news(text));
  const mail = (after: number) => site.server.inject({ url: `/api/messages?after=${after}`, cookies });

  it('is told what was sent by itself, once, and nothing of its own turns', async () => {
    await deliver('маман жазды');
    const first = (await mail(0)).json();
    expect(JSON.stringify(first.replies)).toContain('маман жазды');
    expect(first.replies).toHaveLength(1);
    expect((await mail(first.last)).json()).toEqual({ replies: [], last: first.last, pause: 0 });
  });

  it('is held until something comes', async () => {
    const held = mail(0);
    await deliver('кейін келді');
    expect(JSON.stringify((await held).json().replies)).toContain('кейін келді');
  });

  it('loses nothing that came between its turns', async () => {
    await deliver('бірінші');
    await site.server.inject(asked('тағы сұрақ', cookies));
    await deliver('екінші');
    expect((await mail(0)).json().replies).toHaveLength(2);
  });

  it('begins after what it shows already', async () => {
    await deliver('бетте тұр');
    const { body } = await site.server.inject({ url: '/', cookies });
    expect(body).toContain('бетте тұр');
    const last = Number(/data-last="(\d+)"/u.exec(body)?.[1]);
    expect((await mail(last)).json().replies).toEqual([]);
  });

  it('of nobody known has nothing to wait for', async () => {
    const { body } = await site.server.inject({ url: '/' });
    expect(body).not.toContain('data-last');
    expect((await site.server.inject({ url: '/api/messages' })).statusCode).toBe(204);
  });

  it('does not keep the server from closing', async () => {
    const held = mail(0);
    await new Promise((done) => setTimeout(done, 20));
    await site.server.close();
    expect((await held).json().replies).toEqual([]);
  });
});

it('an open page is told at once what another replica sent', async () => {
  const url = await freshPostgres();
  const other = await openStore(url, { clock, logger: quiet });
  const store = await openStore(url, { clock, logger: quiet });
  const site = await webSite({ store, mailroom: { lookMs: 60_000, holdMs: 20_000 } });
  const cookies = cookiesOf(await site.server.inject(asked('қандас деген кім')));
  const held = site.server.inject({ url: '/api/messages?after=0', cookies });
  const id = (await other.people.list(null, 1))[0]!.externalId;
  await createWebCourier(other).deliver({ channel: 'web', id }, news('маман жазды'));
  expect(JSON.stringify((await held).json().replies)).toContain('маман жазды');
  await site.close();
  await other.close();
});

describe('the mailroom', () => {
  const nothing: Pick<Store['history'], 'pushedAfter' | 'newestPushed'> = {
    pushedAfter: async () => [],
    newestPushed: async () => new Map(),
  };

  it('holds so many calls of one visitor, and asks the rest to come later', async () => {
    const room = createMailroom(nothing, { mostEach: 1 });
    const held = room.wait('one', 0, never);
    await Promise.resolve();
    expect(await room.wait('one', 0, never)).toEqual({ messages: [], pauseS: 60 });
    room.close();
    expect(await held).toEqual({ messages: [], pauseS: 0 });
  });

  it('holds so many calls in all', async () => {
    const room = createMailroom(nothing, { most: 1 });
    const held = room.wait('one', 0, never);
    await Promise.resolve();
    expect((await room.wait('two', 0, never)).pauseS).toBe(60);
    room.close();
    await held;
  });

  it('looks everybody up in one statement, and not at all when nobody waits', async () => {
    const looks: number[] = [];
    const counting = {
      ...nothing,
      newestPushed: async (people: readonly string[]) => {
        looks.push(people.length);
        return new Map<string, number>();
      },
    };
    const room = createMailroom(counting, { lookMs: 5, holdMs: 40 });
    await Promise.all(['a', 'b', 'c'].map((id) => room.wait(id, 0, never)));
    expect(new Set(looks)).toEqual(new Set([3]));
    const before = looks.length;
    await new Promise((done) => setTimeout(done, 30));
    expect(looks.length).toBeLessThanOrEqual(before + 1);
    room.close();
  });

  it('lets go of a page that was closed', async () => {
    const room = createMailroom(nothing);
    const closed = new AbortController();
    const held = room.wait('one', 0, closed.signal);
    await Promise.resolve();
    closed.abort();
    expect(await held).toEqual({ messages: [], pauseS: 0 });
  });
});
