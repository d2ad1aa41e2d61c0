import type { Locator, Page } from 'playwright-core';

/** One question in each interface language that a clause answers. */
export const questions = {
  ru: 'До какого числа утверждают перечень населённых пунктов в Алматинской области?',
  kk: 'Алматы облысында елді мекендер тізімі қашанға дейін бекітіледі?',
  'kk-Arab': 'الماتى وبلىسىندا ەلدى مەكەندەر ٴتىزىمى قاشانعا دەيىن بەكىتىلەدى؟',
  'kk-Latn': 'Almaty oblysynda eldı mekender tızımı qaşanğa deiın bekıtıledı?',
} as const;

/** Types a question, sends it with Enter and waits for the message that answers. */
export async function ask(page: Page, text: string): Promise<Locator> {
  const before = await messages(page).count();
  const box = page.locator('#question');
  await box.fill(text);
  await box.press('Enter');
  await messages(page).nth(before).waitFor();
  return messages(page).last();
}

/** What the product has said, in order. */
export function messages(page: Page): Locator {
  return page.locator('#log article[data-author="bot"]');
}

/** What the visitor has said, in order. */
export function own(page: Page): Locator {
  return page.locator('#log article[data-author="user"]');
}

/** The text of an element that can be seen: what is folded is not a part of it. */
export function shownText(element: Locator): Promise<string> {
  // Not `textContent`, which holds folded and hidden texts too.
  return element.innerText();
}
