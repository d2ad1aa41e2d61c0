import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { directionOf, type Locale } from '../../src/language/locale.ts';
import { encodeAction } from '../../src/messages/action.ts';
import type { Action } from '../../src/messages/reply.ts';
import { site } from './support/site.ts';
import { messages } from './support/talk.ts';

const chat = site();
const entry = 'kandas.documents';

/** Presses a button that stands nowhere on the page yet, as one under an answer would be. */
async function press(page: Page, action: Action): Promise<void> {
  const before = await messages(page).count();
  await page.locator('body').evaluate((body, code) => {
    const form = body.ownerDocument.createElement('form');
    form.dataset.chat = '';
    const button = body.ownerDocument.createElement('button');
    button.name = 'action';
    button.value = code;
    form.append(button);
    body.append(form);
    button.click();
    form.remove();
  }, encodeAction(action));
  await messages(page).nth(before).waitFor();
}

/** By how many CSS pixels the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
}

function open(locale: Locale, width: number): Promise<Page> {
  return chat.visit({ path: `/?lang=${locale}`, viewport: { width, height: 900 } });
}

const boxes = (page: Page) => messages(page).last().locator('button[aria-pressed]');

describe('a checklist on the page', () => {
  it.each([
    ['ru', 360],
    ['ru', 1280],
    ['kk-Arab', 360],
    ['kk-Arab', 1280],
  ] as const)('in %s at %d px is boxes to tick, and stays within the screen', async (locale, width) => {
    const page = await open(locale, width);
    await press(page, { do: 'checklist', entry });
    await boxes(page).first().click();
    await page.locator('button[aria-pressed="true"]').waitFor();
    await boxes(page).nth(2).click();
    await page.locator('button[aria-pressed="true"]').nth(1).waitFor();
    expect(
      await boxes(page).evaluateAll((all) => all.slice(0, 3).map((one) => one.getAttribute('aria-pressed'))),
    ).toEqual(['true', 'false', 'true']);
    expect(await overflow(page)).toBe(0);
    expect(await messages(page).last().getAttribute('dir')).toBe(directionOf(locale));
  });

  it('keeps the focus on the box that was pressed', async () => {
    const page = await open('ru', 360);
    await press(page, { do: 'checklist', entry });
    await boxes(page).nth(1).press('Enter');
    await page.locator('button[aria-pressed="true"]').waitFor();
    const focused = page.locator('button[aria-pressed]:focus');
    expect(await focused.getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Enter');
    await page.locator('button[aria-pressed="true"]').waitFor({ state: 'detached' });
  });

  it('stands as it was ticked after a reload', async () => {
    const page = await open('ru', 360);
    await press(page, { do: 'checklist', entry });
    await boxes(page).first().click();
    await page.locator('button[aria-pressed="true"]').waitFor();
    await page.reload();
    expect(await page.locator('button[aria-pressed="true"]').count()).toBe(1);
  });

  it.each([
    ['ru', 360],
    ['ru', 1280],
    ['kk-Arab', 360],
    ['kk-Arab', 1280],
  ] as const)('in %s at %d px has a page to print with a button that prints', async (locale, width) => {
    const page = await open(locale, width);
    await press(page, { do: 'checklist', entry });
    await boxes(page).first().click();
    await page.locator('button[aria-pressed="true"]').waitFor();
    await page.goto(`${chat.address}/checklist/${entry}`);
    expect(await page.locator('html').getAttribute('dir')).toBe(directionOf(locale));
    expect(await page.locator('#print').isVisible()).toBe(true);
    expect(await page.locator('li.done').count()).toBe(1);
    expect(await overflow(page)).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.tools').isVisible()).toBe(false);
  });
});

describe('a file on the page', () => {
  it('is saved under its name and can be saved again from its message', async () => {
    const page = await open('kk-Arab', 360);
    const download = page.waitForEvent('download');
    await press(page, { do: 'calendar', about: 'host.notice_person', day: '2026-12-01' });
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('bagdar-2026-12-01.ics');
    expect(readFileSync(await saved.path(), 'utf8')).toContain('BEGIN:VCALENDAR');
    const again = page.waitForEvent('download');
    await messages(page).last().getByText('bagdar-2026-12-01.ics').click();
    expect((await again).suggestedFilename()).toBe('bagdar-2026-12-01.ics');
  });
});

it.each([
  ['ru', 360],
  ['kk-Arab', 1280],
] as const)('a reminder in %s at %d px is offered, set and listed', async (locale, width) => {
  const page = await open(locale, width);
  await press(page, { do: 'remind', about: 'host.notice_person', day: '2026-12-01' });
  await messages(page).last().locator('button').first().click();
  await messages(page).nth(2).waitFor();
  await press(page, { do: 'reminders' });
  const list = messages(page).last();
  expect(await list.locator('li').count()).toBe(2);
  expect(await overflow(page)).toBe(0);
});
