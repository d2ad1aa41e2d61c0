import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHealth } from '../../src/operations/health.ts';
import { texts } from '../support/texts.ts';
import { cookiesOf, webSite } from './site.ts';

let site: Awaited<ReturnType<typeof webSite>>;
beforeAll(async () => {
  site = await webSite();
});
afterAll(() => site.close());

const form = (fields: Record<string, string>, cookies: Record<string, string> = {}) =>
  site.server.inject({
    method: 'POST',
    url: '/chat',
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    cookies,
  });

describe('the page', () => {
  it.each([
    ['ru-RU,ru;q=0.9', 'ru', 'ltr'],
    ['kk', 'kk', 'ltr'],
    ['kk-Arab-CN,zh;q=0.8', 'kk-Arab', 'rtl'],
    ['en-US,de', 'kk', 'ltr'],
  ])('for %s is in %s', async (accepted, lang, dir) => {
    const { body } = await site.server.inject({ url: '/', headers: { 'accept-language': accepted } });
    expect(body).toContain(`<html lang="${lang}" dir="${dir}">`);
  });

  it('remembers a chosen language without a session', async () => {
    const chosen = await site.server.inject('/?lang=ru');
    expect(chosen.statusCode).toBe(303);
    const { body } = await site.server.inject({ url: '/', cookies: cookiesOf(chosen) });
    expect(body).toContain('<html lang="ru"');
  });

  it('has a log, a labelled question box and articles', async () => {
    const { body } = await site.server.inject('/');
    expect(body).toMatch(/role="log"/u);
    expect(body).toMatch(/<label for="question">/u);
    expect(body).toMatch(/<article[^>]*data-author="bot"/u);
  });
});

describe('without JavaScript', () => {
  it('a question comes back as the page with its answer', async () => {
    const sent = await form({ text: 'какие документы нужны на статус кандаса' });
    expect(sent.statusCode).toBe(303);
    expect(sent.headers.location).toBe('/#m2');
    const { body } = await site.server.inject({ url: '/', cookies: cookiesOf(sent) });
    expect(body).toContain('data-author="user"');
    expect(body).toMatch(/<article[^>]*id="m2"[^>]*data-author="bot" lang="ru"/u);
    expect(body).toContain('Источник');
  });

  it('a button of an answer leads on', async () => {
    const sent = await form({ text: 'Алматы облысында елді мекендер тізбесі қашан бекітіледі' });
    const cookies = cookiesOf(sent);
    const { body } = await site.server.inject({ url: '/', cookies });
    const code = /name="action" value="(1:s:[^"]+)"/u.exec(body)?.[1] ?? '';
    await form({ action: code, text: '' }, cookies);
    expect((await site.server.inject({ url: '/', cookies })).body).toContain('id="m4"');
  });

  it('nonsense leads back to the page', async () => {
    const sent = await form({ nothing: 'x' });
    expect(sent.statusCode).toBe(303);
    expect(sent.headers.location).toBe('/');
  });
});

describe('a link to one answer', () => {
  it('shows it in the reader’s language', async () => {
    const response = await site.server.inject({
      url: '/a/kandas.documents',
      headers: { 'accept-language': 'ru' },
    });
    expect(response.statusCode).toBe(200);
    expect(response.body).toContain('lang="ru"');
    expect(response.body).toContain('Источник');
  });

  it('that is gone says 404 and still offers the chat', async () => {
    const response = await site.server.inject('/a/no.such');
    expect(response.statusCode).toBe(404);
    expect(response.body).toContain('id="question"');
  });

  it('that never was is a page for people and an error for programs', async () => {
    const opened = await site.server.inject({ url: '/nope', headers: { accept: 'text/html', cookie: '' } });
    expect(opened.statusCode).toBe(404);
    expect(opened.body).toContain(texts.for('kk')('web.not_found'));
    expect(opened.body).toContain('id="question"');
    expect((await site.server.inject('/nope')).json()).toMatchObject({ error: 'not_found' });
  });
});

describe('operation', () => {
  it('answers health, readiness and metrics', async () => {
    expect((await site.server.inject('/healthz')).statusCode).toBe(200);
    expect((await site.server.inject('/readyz')).statusCode).toBe(200);
    expect((await site.server.inject('/metrics')).body).toContain('bagdar_up');
  });

  it('tells a proxy of one check alone, and of no other page', async () => {
    const health = createHealth();
    let stopping = false;
    health.add('running', () => {
      if (stopping) throw new Error('stopping');
    });
    health.flag('database').down('no answer');
    const lone = await webSite({ health });
    const status = async (path: string) => (await lone.server.inject(path)).statusCode;
    expect([await status('/readyz'), await status('/readyz/running')]).toEqual([503, 200]);
    stopping = true;
    expect([await status('/readyz/running'), await status('/readyz/nothing')]).toEqual([503, 404]);
    await lone.close();
  });

  it('with the chat switched off keeps health and gives no page', async () => {
    const off = await webSite({ chat: false });
    expect((await off.server.inject('/')).statusCode).toBe(404);
    expect((await off.server.inject('/healthz')).statusCode).toBe(200);
    await off.close();
  });
});
