import { afterEach, beforeEach, expect, it } from 'vitest';
import { readUpdate } from '../../src/telegram/updates.ts';
import { runTelegram, type TelegramRun } from '../support/telegram-run.ts';
import { texts } from '../support/texts.ts';

let run: TelegramRun;
beforeEach(async () => {
  run = await runTelegram();
});
afterEach(() => run.close());

function edit(text: string, chat: { id: number; type: string } = { id: 1, type: 'private' }) {
  return {
    edited_message: {
      message_id: 5,
      date: 1_780_000_000,
      edit_date: 1_780_000_060,
      chat,
      from: { id: 1, is_bot: false, first_name: 'A', language_code: 'ru' },
      text,
    },
  };
}

it('answers a question that was put right', async () => {
  const person = run.api.user(1, 'ru');
  person.says('zzzz');
  await person.next();
  run.api.push(edit('Когда утверждают перечень?'));
  expect((await person.next()).text).toContain('до 15 декабря');
});

it('keeps silent when nothing that can be seen has changed', async () => {
  const person = run.api.user(1, 'ru');
  person.says('Когда утверждают перечень?');
  await person.next();
  run.api.push(edit('Когда утверждают перечень?'));
  person.says('/privacy');
  expect((await person.next()).text).toContain(texts.for('ru')('privacy.title'));
});

it('does not follow the edits of groups and of staff', () => {
  const raw = { update_id: 1, ...edit('перечень') };
  expect(readUpdate(raw)).not.toBeNull();
  expect(readUpdate(raw, true)).toBeNull();
  expect(readUpdate({ update_id: 1, ...edit('перечень', { id: -100, type: 'supergroup' }) })).toBeNull();
});
