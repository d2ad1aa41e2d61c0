import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { directionOf } from '../../src/language/locale.ts';
import { site } from './support/site.ts';
import { ask, messages, own, questions, shownText } from './support/talk.ts';

const chat = site();

/** Answers the next messages with these instead of the server's. */
async function answerWith(page: Page, turn: object): Promise<void> {
  await page.route('**/api/messages', (route) => route.fulfill({ json: { turn } }));
}

const said = (text: string, buttons: object[] = []) => ({
  locale: 'ru',
  dir: directionOf('ru'),
  blocks: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  buttons: [buttons],
});

describe('buttons of messages', () => {
  it('answer below, with what was pressed, and take the focus to the answer', async () => {
    const page = await chat.visit();
    const answer = await ask(page, questions.ru);
    const button = answer.getByRole('button', { name: 'Другие регионы' });
    await button.click();
    await messages(page).nth(2).waitFor();
    expect(await shownText(own(page).last())).toContain('Другие регионы');
    expect(await page.locator('h2:focus').evaluate((it) => it.parentElement?.id)).toBe(
      await messages(page).last().getAttribute('id'),
    );
  });

  it('leave the focus with someone who has gone on to type', async () => {
    const page = await chat.visit();
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    await page.route('**/api/messages', async (route) => {
      await held;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Темы и документы' }).click();
    await page.locator('#question').fill('я уже пишу');
    release();
    await messages(page).nth(1).waitFor();
    expect(await page.locator('#question').evaluate((box) => box.matches(':focus'))).toBe(true);
    expect(await page.locator('#question').inputValue()).toBe('я уже пишу');
  });

  it('replace their message when the answer is to stand in its place', async () => {
    const page = await chat.visit();
    const count = await page.locator('#log > article').count();
    await answerWith(page, { replies: [said('На том же месте')], replace: true, locale: 'ru' });
    await messages(page).first().getByRole('button').first().click();
    await page.getByText('На том же месте').waitFor();
    expect(await page.locator('#log > article').count()).toBe(count);
  });

  it('say a short thanks in the status line without a message', async () => {
    const page = await chat.visit();
    const answer = await ask(page, questions.ru);
    const count = await page.locator('#log > article').count();
    await answer.getByRole('button', { name: /Полезно/u }).click();
    await page.locator('#status:not(:empty)').waitFor();
    expect(await page.locator('#log > article').count()).toBe(count);
    expect(await page.locator('#status').getAttribute('role')).toBe('status');
  });

  it('copy what they are for and say so', async () => {
    const page = await chat.visit({ permissions: ['clipboard-read', 'clipboard-write'] });
    await answerWith(page, {
      replies: [said('Телефон', [{ label: 'Скопировать', copy: '⁦1414⁩' }])],
      replace: false,
      locale: 'ru',
    });
    const answer = await ask(page, 'телефон');
    await answer.getByRole('button', { name: 'Скопировать' }).click();
    await page.getByText('Скопировано').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('1414');
  });

  it('of the page open its menus', async () => {
    const page = await chat.visit();
    await page.getByRole('button', { name: 'Темы и документы' }).click();
    await messages(page).nth(1).waitFor();
    expect(await messages(page).last().getByRole('button').count()).toBeGreaterThan(1);
  });
});

describe('the keyboard alone', () => {
  it('reaches the box over the skip link, asks, and presses a button', async () => {
    const page = await chat.visit();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type(questions.ru);
    await page.keyboard.press('Enter');
    await messages(page).nth(1).waitFor();
    for (let steps = 0; steps < 40; steps += 1) {
      await page.keyboard.press('Shift+Tab');
      if ((await shownText(page.locator(':focus'))) === 'Другие регионы') break;
    }
    await page.keyboard.press('Enter');
    await messages(page).nth(2).waitFor();
    expect(await page.locator('h2:focus').count()).toBe(1);
  });

  it('never loses sight of the focus', async () => {
    const page = await chat.visit({ viewport: { width: 360, height: 640 } });
    await ask(page, questions.ru);
    await page.reload();
    for (let steps = 0; steps < 25; steps += 1) {
      await page.keyboard.press('Tab');
      expect(await covered(page)).toBe(null);
    }
  });
});

/** What lies over the element with the focus, `null` when it can be seen. */
function covered(page: Page): Promise<string | null> {
  return page.locator(':focus, body:not(:has(:focus))').evaluate((it) => {
    const { ownerDocument } = it;
    const { innerHeight } = ownerDocument.defaultView;
    const { left, top, bottom, width } = it.getBoundingClientRect();
    // Of something taller than the window its visible middle counts.
    const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
    const seen = ownerDocument.elementFromPoint(left + Math.min(width / 2, 20), y);
    return seen !== null && (it.contains(seen) || seen.contains(it))
      ? null
      : (seen?.outerHTML ?? 'off the screen');
  });
}
