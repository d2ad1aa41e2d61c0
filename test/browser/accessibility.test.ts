import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { locales } from '../../src/language/locale.ts';
import { apiReply } from '../../src/web/routes/api.ts';
import { faceReplies } from '../contract/replies.ts';
import { site } from './support/site.ts';
import { ask, messages, own, questions } from './support/talk.ts';

const chat = site();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Faults that axe-core finds on the page by the rules of WCAG 2.0 to 2.2, levels A and AA. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  // At the page's foot the question box lies over nothing: links half under it are for scrolling, not for pressing.
  await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
  return page.evaluate(`axe
    .run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 120) + ' ' + failureSummary)))`);
}

/** Every kind of block and button, as a server would answer with them. */
async function showEverything(page: Page, locale: string): Promise<void> {
  const replies = faceReplies
    .filter(({ name }) => !name.startsWith('more '))
    .map(({ reply }) => apiReply(reply));
  const turn = { replies, replace: false, locale };
  await page.route('**/api/messages', (route) => route.fulfill({ json: { turn } }));
  await ask(page, 'всё сразу');
  for (const summary of await page.locator('summary').all()) await summary.click();
}

describe('axe-core finds nothing', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const locale of locales) {
      it(`in ${locale}, ${colorScheme}`, async () => {
        const page = await chat.visit({ locale, colorScheme, viewport: { width: 360, height: 740 } });
        const answer = await ask(page, questions[locale]);
        await answer.locator('summary').first().click();
        expect(await faults(page)).toEqual([]);
      });
    }

    it(`with every kind of block and button, ${colorScheme}`, async () => {
      const page = await chat.visit({ colorScheme, viewport: { width: 1280, height: 800 } });
      await showEverything(page, 'ru');
      expect(await faults(page)).toEqual([]);
    });
  }

  it('with every kind of block and button on a narrow screen', async () => {
    const page = await chat.visit({ viewport: { width: 320, height: 640 } });
    await showEverything(page, 'ru');
    expect(await faults(page)).toEqual([]);
  });
});

describe('roles and names', () => {
  it('tell the log, the box and what is sent apart', async () => {
    const page = await chat.visit();
    await ask(page, questions.ru);
    expect(await page.getByRole('log', { name: 'Беседа' }).count()).toBe(1);
    expect(await page.getByRole('textbox', { name: 'Ваш вопрос' }).count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Отправить' }).count()).toBe(1);
    expect(await page.getByRole('navigation', { name: 'Язык' }).getByRole('link').count()).toBe(4);
    expect(await page.getByRole('status').count()).toBe(1);
  });

  it('say who speaks at the start of each message', async () => {
    const page = await chat.visit();
    await ask(page, questions.ru);
    expect(await own(page).getByRole('heading', { level: 2, name: 'Вы' }).count()).toBe(1);
    expect(await messages(page).last().getByRole('heading', { level: 2, name: 'Бағдар' }).count()).toBe(1);
  });

  it('let the log announce what is new', async () => {
    const page = await chat.visit();
    expect(await page.getByRole('log').getAttribute('aria-live')).toBe('polite');
    await ask(page, questions.ru);
    await page.locator('#log:not([aria-busy])').waitFor();
  });

  it('tell which language a message is in', async () => {
    const page = await chat.visit({ locale: 'kk-Arab' });
    const answer = await ask(page, questions['kk-Arab']);
    expect(await answer.getAttribute('lang')).toBe('kk-Arab');
    const official = answer.locator('details.official blockquote').first();
    expect(await official.getAttribute('lang')).toBe('ru');
    expect(await official.getAttribute('dir')).toBe('ltr');
  });
});
