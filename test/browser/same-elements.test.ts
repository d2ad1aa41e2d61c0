import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { messageWords, replyArticle, userArticle } from '../../src/web/render/reply.ts';
import { apiReply } from '../../src/web/routes/api.ts';
import { faceReplies } from '../contract/replies.ts';
import { site } from './support/site.ts';
import { ask, messages, own } from './support/talk.ts';

const chat = site();

describe('the page script builds what the server renders', () => {
  for (const { name, reply } of faceReplies) {
    it(name, async () => {
      const page = await chat.visit();
      const turn = { replies: [apiReply(reply)], replace: false, locale: 'ru' };
      await page.route('**/api/messages', (route) => route.fulfill({ json: { turn } }));
      const article = await ask(page, 'вопрос <b>как есть</b>');
      const id = (await article.getAttribute('id')) ?? '';
      const words = messageWords(chat.core.texts.for('ru'));
      const rendered = replyArticle(reply, id, words).text;
      expect(await same(messages(page).last(), rendered)).toBe('same');
      const ownId = (await own(page).last().getAttribute('id')) ?? '';
      const asked = userArticle('вопрос <b>как есть</b>', ownId, words).text;
      expect(await same(own(page).last(), asked)).toBe('same');
    });
  }
});

/** `same`, or both sides when the elements differ. */
function same(article: Locator, rendered: string): Promise<string> {
  return article.evaluate((built, markup) => {
    const { DOMParser } = built.ownerDocument.defaultView;
    const server = new DOMParser().parseFromString(markup, 'text/html').body.firstElementChild;
    return built.isEqualNode(server) ? 'same' : `${built.outerHTML} <> ${server.outerHTML}`;
  }, rendered);
}
