import type { InlineQueryResultArticle } from 'grammy/types';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runTelegram, type TelegramRun } from '../support/telegram-run.ts';

let run: TelegramRun;
beforeAll(async () => {
  run = await runTelegram();
});
afterAll(() => run.close());

const articles = (answer: Readonly<Record<string, unknown>>) => answer.results as InlineQueryResultArticle[];

it('offers the answer with its quote, source and a link to the bot', async () => {
  const [article] = articles(await run.api.user(31).inline('Когда утверждают перечень?'));
  expect(article).toMatchObject({
    type: 'article',
    id: 'rules.almaty_region.7',
    title: 'Когда утверждают перечень',
    input_message_content: {
      message_text: expect.stringContaining('до 15 декабря'),
      entities: expect.arrayContaining([expect.objectContaining({ type: 'expandable_blockquote' })]),
    },
    reply_markup: {
      inline_keyboard: [[{ url: `https://t.me/${run.api.state.username}?start=rules-almaty_region-7` }]],
    },
  });
});

it('answers in the language of the words, the same for everybody', async () => {
  const answer = await run.api.user(32, 'ru').inline('ٴتىزبە قاشان');
  expect(articles(answer)[0]?.description).toContain('جەلتوقسانعا');
  expect(answer).toMatchObject({ is_personal: false, cache_time: 300 });
});

it('offers nothing but the bot itself for words that are no question yet', async () => {
  const answer = await run.api.user(33).inline('тз');
  expect(articles(answer)).toEqual([]);
  expect(answer.button).toMatchObject({ start_parameter: 'inline' });
});

it('stores nothing about who types', async () => {
  await run.api.user(34).inline('тізбе қашан');
  expect(await run.store.people.find('telegram', '34')).toBeNull();
});
