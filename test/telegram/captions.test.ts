import { afterEach, beforeEach, expect, it } from 'vitest';
import { runTelegram, type TelegramRun } from '../support/telegram-run.ts';
import { texts } from '../support/texts.ts';

let run: TelegramRun;
beforeEach(async () => {
  run = await runTelegram();
});
afterEach(() => run.close());

const photo = [{ file_id: 'p', width: 1, height: 1 }];
const t = texts.for('ru');

it('answers the words under a picture, and says that only they were read', async () => {
  const person = run.api.user(1, 'ru');
  person.sends({ photo, caption: 'Когда утверждают перечень?' });
  const { text } = await person.next();
  expect(text).toContain(t('error.only_caption'));
  expect(text).toContain('до 15 декабря');
});

it('answers an album once', async () => {
  const person = run.api.user(1, 'ru');
  person.sends({ photo, media_group_id: 'a', caption: 'Когда утверждают перечень?' });
  person.sends({ photo, media_group_id: 'a' });
  await person.next();
  await run.api.drained();
  person.says('/privacy');
  expect((await person.next()).text).toContain(t('privacy.title'));
});

it('asks for words when there are none', async () => {
  const person = run.api.user(1, 'ru');
  person.sends({ photo, caption: '  ' });
  expect((await person.next()).text).toBe(t('error.not_text'));
});

it('answers a group that mentions it under a picture', async () => {
  const place = run.api.group(-100);
  run.api.push({
    message: {
      message_id: 900,
      date: 1_780_000_000,
      chat: { id: place.id, type: 'supergroup' },
      from: { id: 7, is_bot: false, first_name: 'A', language_code: 'ru' },
      photo,
      caption: '@bagdar_test_bot когда утверждают перечень?',
      caption_entities: [{ type: 'mention', offset: 0, length: 16 }],
    },
  });
  expect((await run.api.user(7).inGroup(-100).next()).text).toContain('до 15 декабря');
});

it('says of an unknown command that there is none, and searches for nothing', async () => {
  const person = run.api.user(1, 'ru');
  person.says('/spravka');
  expect((await person.next()).text).toBe(t('error.unknown_command'));
});
