import { describe, expect, it } from 'vitest';
import { site } from './support/site.ts';
import { ask, messages, own, questions, shownText } from './support/talk.ts';

const chat = site();
const hostile = `<img src=x onerror="document.title='broken'"><script>document.title='broken'</script>'"&amp;\u202e`;

describe('a network that fails', () => {
  it('leaves an unsent text in the box and says so', async () => {
    const page = await chat.visit();
    await page.route('**/api/messages', (route) => route.abort());
    await page.locator('#question').fill(questions.ru);
    await page.locator('.send').click();
    await page.getByText('Не отправлено').waitFor();
    expect(await page.locator('#question').inputValue()).toBe(questions.ru);
    expect(await own(page).count()).toBe(0);
  });

  it('sends the text by itself when it is back', async () => {
    const page = await chat.visit();
    await page.context().setOffline(true);
    await page.locator('#question').fill(questions.ru);
    await page.locator('.send').click();
    await page.getByText('Нет связи').waitFor();
    expect(await page.locator('#question').inputValue()).toBe(questions.ru);
    await page.context().setOffline(false);
    await messages(page).nth(1).waitFor();
    expect(await own(page).count()).toBe(1);
    expect(await page.locator('#question').inputValue()).toBe('');
  });

  it('keeps what was typed meanwhile', async () => {
    const page = await chat.visit();
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    await page.route('**/api/messages', async (route) => {
      await held;
      await route.abort();
    });
    await page.locator('#question').fill('первый вопрос');
    await page.locator('.send').click();
    await page.locator('#question').fill('второй вопрос');
    release();
    await page.getByText('Не отправлено').waitFor();
    expect(await page.locator('#question').inputValue()).toBe('первый вопрос\nвторой вопрос');
  });

  it('shows what the server said of its refusal', async () => {
    const page = await chat.visit();
    const json = { error: 'http_413', message: 'Чуть короче.' };
    await page.route('**/api/messages', (route) => route.fulfill({ status: 413, json }));
    await page.locator('#question').fill(questions.ru);
    await page.locator('.send').click();
    await page.getByText('Чуть короче.').waitFor();
    expect(await page.locator('#question').inputValue()).toBe(questions.ru);
  });

  it('says by itself that questions come too often when the server no longer does', async () => {
    const page = await chat.visit();
    await page.route('**/api/messages', (route) => route.fulfill({ status: 429 }));
    await page.locator('#question').fill(questions.ru);
    await page.locator('.send').click();
    await page.getByText('слишком часто').waitFor();
    expect(await page.locator('#question').inputValue()).toBe(questions.ru);
  });

  it('sends an impatient second press only once, and says that it is searching', async () => {
    const page = await chat.visit();
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    let requests = 0;
    await page.route('**/api/messages', async (route) => {
      requests += 1;
      await held;
      await route.continue();
    });
    await page.locator('#question').fill(questions.ru);
    await page.locator('.send').dblclick();
    await page.locator('#status').getByText('Ищу…').waitFor();
    await page.getByRole('button', { name: 'Темы и документы' }).click();
    release();
    await messages(page).nth(1).waitFor();
    await page.locator('#status:empty').waitFor({ state: 'attached' });
    expect(requests).toBe(1);
    expect(await own(page).count()).toBe(1);
  });
});

describe('text that looks like markup', () => {
  it('typed by a visitor is shown as text, before and after a reload', async () => {
    const page = await chat.visit();
    await ask(page, hostile);
    expect(await shownText(own(page).last())).toContain('<img src=x');
    await page.reload();
    expect(await shownText(own(page).last())).toContain('<img src=x');
    expect(await page.locator('#log img, #log script').count()).toBe(0);
    expect(await page.title()).not.toBe('broken');
  });

  it('in an answer is shown as text, and its links lead to web addresses only', async () => {
    const page = await chat.visit();
    const bad = 'javascript:document.title="broken"';
    const replies = [
      {
        locale: 'ru',
        dir: 'ltr',
        blocks: [
          { type: 'heading', text: hostile },
          { type: 'paragraph', content: [{ type: 'link', text: 'нажмите', url: bad }] },
          { type: 'sources', title: hostile, items: [{ title: 'x', line: hostile, url: bad }] },
        ],
        buttons: [[{ label: hostile, url: bad }]],
      },
    ];
    await page.route('**/api/messages', (route) =>
      route.fulfill({ json: { turn: { replies, replace: false, locale: 'ru' } } }),
    );
    const answer = await ask(page, 'вопрос');
    expect(await answer.locator('img, script, a').count()).toBe(0);
    expect(await shownText(answer)).toContain('нажмите');
    expect(await page.title()).not.toBe('broken');
  });

  it('of any length and kind gets an answer and no error', async () => {
    const page = await chat.visit();
    for (const text of ['🤷🏽‍♀️🇰🇿', '\u202eاقلب', 'ы'.repeat(1999), '<'.repeat(300)]) {
      const answer = await ask(page, text);
      expect((await shownText(answer)).length).toBeGreaterThan(10);
      expect(await page.locator('#status').getAttribute('data-kind')).not.toBe('error');
    }
  });
});

describe('a page under its security policy', () => {
  it('breaks none of its rules and throws nothing', async () => {
    const page = await chat.visit();
    const complaints: string[] = [];
    page.on('console', (line) => {
      if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.reload();
    await ask(page, questions.ru);
    expect(complaints).toEqual([]);
  });
});
