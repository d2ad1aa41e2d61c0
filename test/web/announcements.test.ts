import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Announcement } from '../../src/announcements/announcement.ts';
import { cookiesOf, webSite } from './site.ts';

let site: Awaited<ReturnType<typeof webSite>>;
let id: string;

async function announce(changes: Record<string, unknown> = {}): Promise<string> {
  const { announcements } = site.store;
  const made = await announcements.create({
    kind: 'message',
    state: 'scheduled',
    definition: Announcement.parse({
      text: { kk: 'Жаңа тәртіп', ru: 'Новый <порядок>' },
      button: { entry: 'kandas.documents' },
      ...changes,
    }),
    startsAt: new Date(),
  });
  await announcements.move(made.id, ['scheduled'], 'sending');
  return made.id;
}
const page = async (language: string, cookies: Record<string, string> = {}): Promise<string> =>
  (await site.server.inject({ url: '/', headers: { 'accept-language': language }, cookies })).body;

beforeAll(async () => {
  site = await webSite();
  id = await announce();
});
afterAll(() => site.close());

describe('current announcements on the page', () => {
  it('stand above the conversation in the reader’s language and script, as text', async () => {
    expect(await page('ru')).toContain('Новый &lt;порядок&gt;');
    expect(await page('kk-Arab')).toContain('جاڭا ءتارتىپ');
    expect((await page('ru')).indexOf('class="announcements"')).toBeLessThan(
      (await page('ru')).indexOf('role="log"'),
    );
  });

  it('have the button and no way to stop what is not sent to the page', async () => {
    const body = await page('ru');
    expect(body).toContain(`value="1:an:${id}:open"`);
    expect(body).not.toContain(`value="1:an:${id}:stop"`);
  });

  it('are put away without JavaScript or a session, and stay away', async () => {
    const put = await site.server.inject({
      method: 'POST',
      url: '/announcements/dismiss',
      payload: `id=${id}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(put.statusCode).toBe(303);
    expect(await page('ru', cookiesOf(put))).not.toContain('порядок');
    expect(await page('ru')).toContain('порядок');
  });

  it('are only those for everybody who reads the language', async () => {
    const regional = await announce({
      text: { kk: 'Өңірге', ru: 'Региону' },
      audience: { regions: ['KZ-75'] },
    });
    const kazakh = await announce({
      text: { kk: 'Қазақша', ru: 'По-казахски' },
      audience: { languages: ['kk'] },
    });
    expect(await page('ru')).not.toContain('Региону');
    expect(await page('ru')).not.toContain('По-казахски');
    expect(await page('kk')).toContain('Қазақша');
    for (const one of [regional, kazakh]) await site.store.announcements.withdraw(one);
  });

  it('are gone when withdrawn', async () => {
    await site.store.announcements.withdraw(id);
    expect(await page('ru')).not.toContain('class="announcements"');
  });
});
