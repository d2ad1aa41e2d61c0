import { afterAll, beforeAll, expect, it } from 'vitest';
import { runTelegram, type TelegramRun } from '../support/telegram-run.ts';

let run: TelegramRun;
let group = -1_001_000_000_000;
beforeAll(async () => {
  run = await runTelegram();
});
afterAll(() => run.close());

const place = () => {
  group -= 1;
  return { user: run.api.user(21, 'kk').inGroup(group), chat: run.api.group(group) };
};
const name = () => `@${run.api.state.username}`;

it('answers in a group when mentioned: shortly, without a quote, with a link to the rest', async () => {
  const { user } = place();
  user.says(`${name()} тізбе қашан бекітіледі?`);
  const { text, entities, buttons, message } = await user.next();
  expect(text).toContain('15 желтоқсанға');
  expect(entities.map(({ type }) => type)).not.toContain('expandable_blockquote');
  expect(buttons.flat()).toEqual([
    expect.objectContaining({ url: `https://t.me/${run.api.state.username}?start=rules-almaty_region-7` }),
  ]);
  expect(message.params.reply_parameters).toBeDefined();
});

it('keeps silent when nobody speaks to it', async () => {
  const { user } = place();
  user.says('тізбе қашан бекітіледі?');
  user.says('@another_bot тізбе қашан?');
  user.says('/start');
  user.says(`${name()} тізбе`);
  expect((await user.next()).text).toContain('15 желтоқсанға');
  await run.api.drained();
  expect(user.unread()).toBe(0);
});

it('answers when its message is replied to', async () => {
  const { user, chat } = place();
  user.says(`${name()} тізбе`);
  await user.next();
  const own = chat.messages.find(({ fromBot }) => fromBot);
  if (own === undefined) throw new Error('no message of the bot');
  user.replies('перечень когда?', own);
  expect((await user.next()).text).toContain('до 15 декабря');
});

it('answers the question somebody else asked, when mentioned under it', async () => {
  const { user, chat } = place();
  user.says('тізбе қашан бекітіледі?');
  const question = chat.messages.at(-1);
  if (question === undefined) throw new Error('no question');
  user.replies(name(), question);
  expect((await user.next()).text).toContain('15 желтоқсанға');
});

it('stores nothing about who asks in a group', async () => {
  const { user } = place();
  user.says(`${name()} тізбе`);
  await user.next();
  expect(await run.store.people.find('telegram', '21')).toBeNull();
});

it('does not act on a press in a group', async () => {
  const { user, chat } = place();
  user.says(`${name()} тізбе`);
  await user.next();
  const stranger = run.api.user(22);
  const press = stranger.forges('1:fg:1', chat.messages.at(-1));
  expect(await stranger.answerTo(press)).toEqual({ text: '', alert: false });
  expect(user.unread()).toBe(0);
});
