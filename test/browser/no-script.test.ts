import { describe, expect, it } from 'vitest';
import { site } from './support/site.ts';
import { messages, own, questions, shownText } from './support/talk.ts';

const chat = site();

describe('without JavaScript', () => {
  it('a question comes back answered, at its answer', async () => {
    const page = await chat.visit({ javaScriptEnabled: false });
    await page.locator('#question').fill(questions.ru);
    await page.locator('.send').click();
    await page.waitForURL(/#m\d+$/u);
    expect(await shownText(own(page).last())).toContain(questions.ru);
    expect(await shownText(messages(page).last().locator('.sources'))).toContain('18-85');
    expect(new URL(page.url()).hash).toBe(`#${await messages(page).last().getAttribute('id')}`);
  });

  it('buttons of a message work', async () => {
    const page = await chat.visit({ javaScriptEnabled: false });
    await page.locator('#question').fill(questions.ru);
    await page.locator('.send').click();
    await page.waitForURL(/#m\d+$/u);
    const before = await messages(page).count();
    await messages(page).last().getByRole('button', { name: 'Другие регионы' }).click();
    await messages(page).nth(before).waitFor();
    expect(await shownText(own(page).last())).toContain('Другие регионы');
  });

  it('the page says that sending loads it anew', async () => {
    const page = await chat.visit({ javaScriptEnabled: false });
    expect(await page.locator('noscript p').isVisible()).toBe(true);
  });

  it('languages are links', async () => {
    const page = await chat.visit({ javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Қазақша' }).click();
    await page.locator('html[lang="kk"]').waitFor();
    expect(await page.getByRole('textbox', { name: 'Сұрағыңыз' }).count()).toBe(1);
  });
});
