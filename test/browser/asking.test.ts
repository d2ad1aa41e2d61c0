import { describe, expect, it } from 'vitest';
import { site } from './support/site.ts';
import { ask, messages, own, questions, shownText } from './support/talk.ts';

const chat = site();

describe('asking on the page', () => {
  for (const [locale, question] of Object.entries(questions)) {
    it(`answers with the clause and its date, in ${locale}`, async () => {
      const page = await chat.visit({ locale });
      const answer = await ask(page, question);
      expect(await answer.getAttribute('lang')).toBe(locale);
      expect(await shownText(answer)).toMatch(/15/u);
      const source = await shownText(answer.locator('.sources li').first());
      expect(source).toMatch(/18-85/u);
      expect(source).toMatch(/2024/u);
    });
  }

  it('shows the question above its answer and empties the box', async () => {
    const page = await chat.visit();
    await ask(page, questions.ru);
    expect(await shownText(own(page).last().locator('p'))).toBe(questions.ru);
    expect(await page.locator('#question').inputValue()).toBe('');
    const order = await page
      .locator('#log > article')
      .evaluateAll((all) => all.map((article) => article.getAttribute('data-author')));
    expect(order).toEqual(['bot', 'user', 'bot']);
  });

  it('keeps the official wording folded until it is opened', async () => {
    const page = await chat.visit();
    const answer = await ask(page, questions.ru);
    const wording = answer.locator('details.official blockquote').first();
    expect(await wording.isVisible()).toBe(false);
    await answer.locator('details.official summary').first().click();
    expect(await wording.isVisible()).toBe(true);
  });

  it('does nothing but put the cursor into the box when there is nothing to ask', async () => {
    const page = await chat.visit();
    await page.locator('#question').fill('   \n ');
    await page.locator('.send').click();
    expect(await page.locator('#question').evaluate((box) => box.matches(':focus'))).toBe(true);
    expect(await page.locator('#log > article').count()).toBe(1);
  });

  it('makes a new line with Shift+Enter', async () => {
    const page = await chat.visit();
    const box = page.locator('#question');
    await box.fill('один');
    await box.press('Shift+Enter');
    await box.pressSequentially('два');
    expect(await box.inputValue()).toBe('один\nдва');
    expect(await own(page).count()).toBe(0);
  });

  it('does not send while an input method is composing a word', async () => {
    const page = await chat.visit();
    const box = page.locator('#question');
    await box.fill('kandas');
    await box.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    expect(await own(page).count()).toBe(0);
    expect(await box.inputValue()).toBe('kandas');
  });

  it('brings the beginning of a long answer into view', async () => {
    const page = await chat.visit({ viewport: { width: 360, height: 640 } });
    const answer = await ask(page, questions.ru);
    const top = (await answer.boundingBox())?.y ?? Number.NaN;
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(320);
  });

  it('shows the masked form of a personal number, as the history does', async () => {
    const page = await chat.visit();
    await ask(page, 'Мой ИИН 900101300123, как получить статус кандаса?');
    const said = await shownText(own(page).last());
    expect(said).not.toContain('900101300123');
    await page.reload();
    expect(await shownText(own(page).last())).toBe(said);
  });
});

describe('the history', () => {
  it('is the same elements after a reload', async () => {
    const page = await chat.visit();
    await ask(page, questions.ru);
    const log = () =>
      page.locator('#log > article').evaluateAll((all) => all.map(({ innerHTML }) => innerHTML));
    const before = await log();
    await page.reload();
    // The greeting is not a part of the conversation.
    expect(await log()).toEqual(before.slice(1));
  });

  it('is the same in another tab', async () => {
    const page = await chat.visit();
    await ask(page, questions.ru);
    const tab = await page.context().newPage();
    await tab.goto(chat.address);
    expect(await shownText(own(tab).last())).toContain(questions.ru);
  });

  it('is gone at a press, from the page and from the server', async () => {
    const page = await chat.visit();
    await ask(page, questions.ru);
    await page.locator('button[value="clear_history"]').click();
    await page.locator('#log:empty').waitFor({ state: 'attached' });
    expect(await shownText(page.locator('#status'))).toBe('Беседа удалена.');
    await page.reload();
    expect(await own(page).count()).toBe(0);
    expect(await messages(page).count()).toBe(1);
  });

  it('comes anew in the language chosen in another tab, with the cursor where it was', async () => {
    const page = await chat.visit({ locale: 'ru' });
    await ask(page, questions.ru);
    const tab = await page.context().newPage();
    await tab.goto(`${chat.address}/?lang=kk`);
    await page.locator('#question').fill(questions.kk);
    await page.locator('#question').press('Enter');
    await page.locator('html[lang="kk"] article:nth-last-of-type(1) .sources').waitFor();
    expect(await shownText(own(page).last())).toContain(questions.kk);
    expect(await page.locator('#question').evaluate((box) => box.matches(':focus'))).toBe(true);
  });
});
