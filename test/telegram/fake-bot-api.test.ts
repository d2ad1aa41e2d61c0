import { Api, GrammyError, InputFile } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeBotApi, startBotApi } from '../support/bot-api/server.ts';

let fake: FakeBotApi;
let api: Api;
let now = 1_780_000_000_000;
beforeEach(async () => {
  fake = await startBotApi({ limits: { perSecond: 30, perChat: 1 }, now: () => now });
  api = new Api(fake.token, { apiRoot: fake.root });
  fake.user(1);
});
afterEach(() => fake.close());

const refusal = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
    return 'accepted';
  } catch (error) {
    if (error instanceof GrammyError) return `${error.error_code} ${error.description}`;
    throw error;
  }
};

describe('the fake Bot API refuses what Telegram refuses', () => {
  const keyboard = (button: object) => ({ reply_markup: { inline_keyboard: [[button as never]] } });
  it.each([
    ['an unknown chat', () => api.sendMessage(99, 'а'), 'chat not found'],
    ['an empty text', () => api.sendMessage(1, ' \n'), 'message text is empty'],
    ['4,097 units', () => api.sendMessage(1, 'а'.repeat(4097)), 'message is too long'],
    [
      'an entity beyond the text',
      () => api.sendMessage(1, 'аб', { entities: [{ type: 'bold', offset: 1, length: 2 }] }),
      'ends beyond',
    ],
    [
      'an entity through a character',
      () => api.sendMessage(1, '😀', { entities: [{ type: 'bold', offset: 0, length: 1 }] }),
      'cuts a character',
    ],
    ['markup', () => api.sendMessage(1, '<b>а</b>', { parse_mode: 'HTML' }), 'parse_mode'],
    [
      '65 bytes of data',
      () => api.sendMessage(1, 'а', keyboard({ text: 'а', callback_data: 'x'.repeat(65) })),
      'BUTTON_DATA_INVALID',
    ],
    [
      'a button without a label',
      () => api.sendMessage(1, 'а', keyboard({ text: ' ', callback_data: 'x' })),
      'non-empty',
    ],
    ['a button that does nothing', () => api.sendMessage(1, 'а', keyboard({ text: 'а' })), 'unallowed'],
    ['a change of a message that is not there', () => api.editMessageText(1, 5, 'а'), 'not found'],
    ['an answer to an unknown press', () => api.answerCallbackQuery('x'), 'query is too old'],
  ])('%s', async (_, call, reason) => {
    expect(await refusal(call())).toContain(reason);
  });

  it('a change that changes nothing', async () => {
    const { message_id: id } = await api.sendMessage(1, 'а');
    expect(await refusal(api.editMessageText(1, id, 'а'))).toContain('message is not modified');
  });

  it('a message to somebody who blocked the bot', async () => {
    fake.user(1).blocks();
    expect(await refusal(api.sendMessage(1, 'а'))).toBe('403 Forbidden: bot was blocked by the user');
  });

  it('the second message to a chat within a second', async () => {
    await api.sendMessage(1, 'а');
    expect(await refusal(api.sendMessage(1, 'б'))).toContain('429');
    now += 1001;
    expect(await refusal(api.sendMessage(1, 'в'))).toBe('accepted');
  });
});

describe('the fake Bot API', () => {
  it('takes files', async () => {
    fake.user(2);
    const sent = await api.sendPhoto(2, new InputFile(Buffer.from('picture'), 'a.png'), { caption: 'сурет' });
    expect(sent.photo).toHaveLength(1);
    expect(fake.callsOf('sendPhoto')[0]?.params).toMatchObject({
      chat_id: '2',
      caption: 'сурет',
      photo: { size: 7 },
    });
  });

  it('keeps topics of a group', async () => {
    fake.group(-5);
    const topic = await api.createForumTopic(-5, 'Сұрақ');
    await api.sendMessage(-5, 'а', { message_thread_id: topic.message_thread_id });
    await api.closeForumTopic(-5, topic.message_thread_id);
    expect(await refusal(api.sendMessage(-5, 'б', { message_thread_id: topic.message_thread_id }))).toContain(
      'TOPIC_CLOSED',
    );
  });

  it('ends the older of two pollers', async () => {
    const older = refusal(api.getUpdates({ timeout: 5 }));
    await fake.until(() => fake.callsOf('getUpdates')[0]);
    const newer = api.getUpdates({ timeout: 5 });
    expect(await older).toContain('409 Conflict');
    fake.user(1).says('а');
    expect(await newer).toHaveLength(1);
  });
});
