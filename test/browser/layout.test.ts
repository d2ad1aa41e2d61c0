import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { locales } from '../../src/language/locale.ts';
import { apiReply } from '../../src/web/routes/api.ts';
import { faceReplies } from '../contract/replies.ts';
import { site } from './support/site.ts';
import { ask, messages, own, questions } from './support/talk.ts';

const chat = site();

/** By how many CSS pixels the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
}

/** Edges of an element: distance to the window's left and right, in CSS pixels. */
async function sides(page: Page, selector: string): Promise<{ left: number; right: number }> {
  const box = await page.locator(selector).last().boundingBox();
  if (box === null) throw new Error(`${selector} is not shown`);
  return { left: box.x, right: (page.viewportSize()?.width ?? 0) - box.x - box.width };
}

describe('the page fits its window', () => {
  for (const width of [320, 360, 1280]) {
    for (const locale of locales) {
      it(`at ${width} px in ${locale}`, async () => {
        const page = await chat.visit({ locale, viewport: { width, height: 700 } });
        await ask(page, questions[locale]);
        expect(await overflow(page)).toBe(0);
      });
    }
  }

  it('at 320 px with every kind of block and button', async () => {
    const page = await chat.visit({ viewport: { width: 320, height: 640 } });
    const replies = faceReplies.map(({ reply }) => apiReply(reply));
    const turn = { replies, replace: false, locale: 'ru' };
    await page.route('**/api/messages', (route) => route.fulfill({ json: { turn } }));
    await ask(page, `одно слово ${'ъ'.repeat(500)}`);
    expect(await overflow(page)).toBe(0);
    const buttons = await page.locator('.button, .way, .commands button, .send').all();
    for (const button of buttons) {
      const box = await button.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect(box?.width).toBeGreaterThanOrEqual(44);
    }
  });

  it('at 400 % zoom, with the box out of the way of reading', async () => {
    const page = await chat.visit({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });
    await ask(page, questions.ru);
    expect(await overflow(page)).toBe(0);
    expect(
      await page.locator('#ask').evaluate((it) => it.ownerDocument.defaultView.getComputedStyle(it).position),
    ).toBe('static');
  });

  it('with letters made twice as large', async () => {
    const page = await chat.visit({ viewport: { width: 640, height: 700 } });
    await page.locator('html').evaluate((root) => {
      root.style.fontSize = '200%';
    });
    await ask(page, questions.kk);
    expect(await overflow(page)).toBe(0);
  });
});

describe('a table on a narrow screen', () => {
  it('names the column beside each cell', async () => {
    const page = await chat.visit({ viewport: { width: 320, height: 640 } });
    const reply = faceReplies.find(({ name }) => name === 'a comparison of regions')?.reply;
    const turn = { replies: [reply], replace: false, locale: 'ru' };
    await page.route('**/api/messages', (route) => route.fulfill({ json: { turn } }));
    const answer = await ask(page, 'сравните');
    const label = await answer
      .locator('td[data-column="Пункт"]')
      .first()
      .evaluate((cell) => cell.ownerDocument.defaultView.getComputedStyle(cell, '::before').content);
    expect(label).toBe('"Пункт"');
  });
});

describe('direction', () => {
  it('of the page is right to left in Arabic script: own words at the left, text from the right', async () => {
    const page = await chat.visit({ locale: 'kk-Arab', viewport: { width: 1280, height: 800 } });
    await ask(page, questions['kk-Arab']);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    const mine = await sides(page, 'article.user');
    expect(mine.left).toBeLessThan(mine.right);
    const send = await sides(page, '.send');
    const box = await sides(page, '#question');
    expect(send.left).toBeLessThan(box.left);
  });

  it('of each message is its own', async () => {
    const page = await chat.visit({ locale: 'ru' });
    await page.locator('#question').fill(questions['kk-Arab']);
    await page.locator('#question').press('Enter');
    await messages(page).nth(1).waitFor();
    const directionOf = (it: ReturnType<typeof own>) =>
      it.evaluate((element) => element.ownerDocument.defaultView.getComputedStyle(element).direction);
    expect(await directionOf(own(page).last().locator('p'))).toBe('rtl');
    expect(await directionOf(messages(page).first())).toBe('ltr');
    // The words are the visitor's: on their side of the page, whichever way they are written.
    const mine = await sides(page, 'article.user');
    expect(mine.right).toBeLessThan(mine.left);
  });

  it('of the hint in the empty box is that of the page', async () => {
    const page = await chat.visit({ locale: 'kk-Arab' });
    const box = page.locator('#question');
    const direction = () => box.evaluate((it) => it.ownerDocument.defaultView.getComputedStyle(it).direction);
    expect(await direction()).toBe('rtl');
    await box.fill('Как получить статус?');
    expect(await direction()).toBe('ltr');
  });
});

describe('motion', () => {
  it('is none for those who asked for none', async () => {
    const page = await chat.visit({ reducedMotion: 'reduce' });
    const durations = await page
      .locator('.button, .commands button')
      .evaluateAll((all) =>
        all.map((it) => it.ownerDocument.defaultView.getComputedStyle(it).transitionDuration),
      );
    expect(new Set(durations)).toEqual(new Set(['0s']));
  });
});
