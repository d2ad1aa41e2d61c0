import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeAction } from '../../src/messages/action.ts';
import type { Action } from '../../src/messages/reply.ts';
import { findAll, parseMarkup, textOf } from '../support/markup.ts';
import { cookiesOf, webSite } from './site.ts';

const entry = 'kandas.documents';
let site: Awaited<ReturnType<typeof webSite>>;
beforeAll(async () => {
  site = await webSite();
});
afterAll(() => site.close());

/** A visitor who speaks Russian and keeps their cookies. */
function visitor(locale = 'ru') {
  let cookies: Record<string, string> = { bagdar_lang: locale };
  return {
    async press(action: Action) {
      const response = await site.server.inject({
        method: 'POST',
        url: '/api/messages',
        payload: { action: encodeAction(action) },
        cookies,
      });
      cookies = { ...cookies, ...cookiesOf(response) };
      return response.json();
    },
    get: (url: string) => site.server.inject({ url, cookies, headers: { accept: 'text/html' } }),
    post: (action: Action) =>
      site.server.inject({
        method: 'POST',
        url: '/chat',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ text: '', action: encodeAction(action) }).toString(),
        cookies,
      }),
  };
}

const boxes = (turn: { replies: { buttons: { pressed?: boolean; code: string }[][] }[] }) =>
  turn.replies[0]?.buttons.flat().filter(({ pressed }) => pressed !== undefined) ?? [];

async function tickFirst(person: ReturnType<typeof visitor>) {
  const { turn } = await person.press({ do: 'checklist', entry });
  const [, , item = ''] = boxes(turn)[0]?.code.split(':').slice(1) ?? [];
  const ticked = await person.press({ do: 'checklist_tick', entry, item: item, done: true });
  return ticked.turn;
}

describe('a checklist on the web', () => {
  it('is boxes that say whether they are ticked', async () => {
    const turn = await tickFirst(visitor());
    expect(turn.replace).toBe(true);
    expect(
      boxes(turn)
        .map(({ pressed }) => pressed)
        .slice(0, 2),
    ).toEqual([true, false]);
  });

  it('stands as it was ticked after a reload', async () => {
    const person = visitor();
    await tickFirst(person);
    const page = parseMarkup((await person.get('/')).body);
    const ticked = findAll(page, ({ attributes }) => attributes['aria-pressed'] === 'true');
    expect(ticked).toHaveLength(1);
  });

  it('is ticked without JavaScript too', async () => {
    const person = visitor();
    const { turn } = await person.press({ do: 'checklist', entry });
    const item = boxes(turn)[1]?.code.split(':')[3] ?? '';
    const response = await person.post({ do: 'checklist_tick', entry, item, done: true });
    expect(response.statusCode).toBe(303);
    const page = parseMarkup((await person.get('/')).body);
    expect(findAll(page, ({ attributes }) => attributes['aria-pressed'] === 'true')).toHaveLength(1);
  });

  it('has a page to print, in the reader’s language and direction', async () => {
    const person = visitor('kk-Arab');
    await tickFirst(person);
    const response = await person.get(`/checklist/${entry}`);
    expect(response.statusCode).toBe(200);
    const page = parseMarkup(response.body);
    const [html] = findAll(page, ({ name }) => name === 'html');
    expect(html?.attributes).toMatchObject({ lang: 'kk-Arab', dir: 'rtl' });
    const items = findAll(page, ({ name, attributes }) => name === 'li' && attributes.class === 'done');
    expect(items).toHaveLength(1);
    expect(textOf(page)).toContain('باعدار');
  });

  it('is printed for nobody else', async () => {
    await tickFirst(visitor());
    expect((await visitor().get(`/checklist/${entry}`)).statusCode).toBe(404);
    const other = visitor();
    await other.press({ do: 'topics' });
    expect((await other.get(`/checklist/${entry}`)).statusCode).toBe(404);
    expect((await other.get('/checklist/..%2Fx')).statusCode).toBe(404);
  });
});

describe('a file on the web', () => {
  it('comes with the turn, for the page script to save', async () => {
    const person = visitor();
    const { turn } = await person.press({ do: 'checklist_file', entry });
    const [file] = turn.files;
    expect(file).toMatchObject({ name: 'bagdar-kandas-documents.pdf', type: 'application/pdf' });
    expect((await PDFDocument.load(Buffer.from(file.base64, 'base64'))).getPageCount()).toBe(1);
  });

  it('is what a form without JavaScript gets', async () => {
    const response = await visitor().post({ do: 'checklist_file', entry });
    expect(response.headers['content-disposition']).toBe(
      'attachment; filename="bagdar-kandas-documents.pdf"',
    );
    expect(response.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });
});
