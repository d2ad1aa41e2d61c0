import { describe, expect, it } from 'vitest';
import { paragraph, reply } from '../../src/messages/build.ts';
import { createWebCourier } from '../../src/web/courier.ts';
import { site } from './support/site.ts';
import { ask, messages, questions, shownText } from './support/talk.ts';

const chat = site();

/** Sends something to the only visitor by itself, as the desk does. */
async function deliver(text: string): Promise<void> {
  const people = await chat.store.people.list(null, 100);
  const courier = createWebCourier(chat.store);
  for (const { externalId } of people)
    await courier.deliver({ channel: 'web', id: externalId }, reply('ru', [paragraph(text)]));
}

describe('what comes by itself', () => {
  it('appears on the open page at the end of the history, once', async () => {
    const page = await chat.visit();
    await ask(page, questions.ru);
    const before = await messages(page).count();
    await deliver('Ответ специалиста пришёл');
    await messages(page).nth(before).waitFor();
    expect(await shownText(messages(page).last())).toContain('Ответ специалиста пришёл');
    await page.reload();
    expect(await messages(page).getByText('Ответ специалиста пришёл').count()).toBe(1);
    await deliver('И ещё одно');
    await messages(page).getByText('И ещё одно').waitFor();
    expect(await messages(page).getByText('Ответ специалиста пришёл').count()).toBe(1);
  });

  it('is counted in the title while nobody looks', async () => {
    const page = await chat.visit();
    await ask(page, questions.ru);
    const title = await page.title();
    await page.evaluate("Object.defineProperty(document, 'hidden', { value: true, configurable: true })");
    await deliver('Пока Вас не было');
    await messages(page).getByText('Пока Вас не было').waitFor();
    expect(await page.title()).toBe(`(1) ${title}`);
    await page.evaluate(
      "Object.defineProperty(document, 'hidden', { value: false }); document.dispatchEvent(new Event('visibilitychange'))",
    );
    expect(await page.title()).toBe(title);
  });
});
