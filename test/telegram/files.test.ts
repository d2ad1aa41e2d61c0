import { afterEach, beforeEach, expect, it } from 'vitest';
import { tell } from '../../src/conversation/turns.ts';
import { paragraph, reply } from '../../src/messages/build.ts';
import type { FakeFile } from '../support/bot-api/server.ts';
import {
  type ConversationFactory,
  realConversation,
  runTelegram,
  type TelegramRun,
} from '../support/telegram-run.ts';

const bytes = new TextEncoder().encode('BEGIN:VCALENDAR ☑');
let asked = 0;

/** A conversation that answers every question with a line and a file. */
const conversation: ConversationFactory = (store, answerer) => ({
  ...realConversation(store, answerer),
  async ask(person) {
    asked += 1;
    await store.people.arrive(person.channel, person.id);
    const file = { name: 'bagdar.ics', type: 'text/calendar; charset=utf-8', bytes };
    return { ...tell({ locale: 'ru' }, reply('ru', [paragraph('Файл:')])), files: [file] };
  },
});

let run: TelegramRun;
beforeEach(async () => {
  asked = 0;
  run = await runTelegram({ conversation });
});
afterEach(() => run.close());

const documents = () => run.api.callsOf('sendDocument').filter(({ code }) => code === 200);

it('sends the file of a turn as a document after its words', async () => {
  const user = run.api.user(1, 'ru');
  user.says('файл');
  expect((await user.next()).text).toBe('Файл:');
  await user.next();
  const file = documents()[0]?.params.document as FakeFile;
  expect(file.name).toBe('bagdar.ics');
  expect(file.bytes.toString()).toBe('BEGIN:VCALENDAR ☑');
});

it('sends only the file again when Telegram failed on it, and asks the conversation once', async () => {
  run.api.fail('sendDocument', { kind: 'error', code: 500, description: 'Internal Server Error' }, 4);
  const user = run.api.user(1, 'ru');
  user.says('файл');
  await run.api.until(() => (documents().length > 0 ? true : undefined), 'the document');
  expect(run.api.callsOf('sendMessage')).toHaveLength(1);
  expect(asked).toBe(1);
  const file = documents()[0]?.params.document as FakeFile;
  expect(file.bytes.toString()).toBe('BEGIN:VCALENDAR ☑');
});

it('sends nothing more to somebody who blocked the bot in between', async () => {
  run.api.fail('sendDocument', {
    kind: 'error',
    code: 403,
    description: 'Forbidden: bot was blocked by the user',
  });
  const user = run.api.user(1, 'ru');
  user.says('файл');
  await run.api.until(() => (run.api.callsOf('sendDocument').length > 0 ? true : undefined));
  await run.restart();
  expect(documents()).toEqual([]);
  expect((await run.store.people.find('telegram', '1'))?.blockedAt).not.toBeNull();
});
