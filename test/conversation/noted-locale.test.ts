import { expect, it } from 'vitest';
import { systemClock } from '../../src/operations/clock.ts';
import { openStore } from '../../src/store/open.ts';
import { quiet } from '../support/quiet.ts';
import { smallAnswerer } from '../support/small-answerer.ts';
import { realConversation } from '../support/telegram-run.ts';

it('remembers the language of a person’s Telegram, so that announcements come in it; their own choice stays', async () => {
  const store = await openStore('sqlite::memory:', { clock: systemClock, logger: quiet });
  const conversation = realConversation(store, smallAnswerer);
  const person = { channel: 'telegram', id: '5' } as const;
  await conversation.command(person, 'start', undefined, { locale: 'ru' });
  expect((await store.people.find('telegram', '5'))?.locale).toBe('ru');
  await conversation.press(person, { do: 'language', locale: 'kk-Arab' }, { locale: 'ru' });
  await conversation.command(person, 'help', undefined, { locale: 'ru' });
  expect((await store.people.find('telegram', '5'))?.locale).toBe('kk-Arab');
  await store.close();
});
