import { expect, it } from 'vitest';
import { switched } from '../../src/conversation/switched.ts';
import { systemClock } from '../../src/operations/clock.ts';
import { openStore } from '../../src/store/open.ts';
import { quiet } from '../support/quiet.ts';
import { smallAnswerer } from '../support/small-answerer.ts';
import { bannerOf, switchboardOf } from '../support/switches.ts';
import { realConversation } from '../support/telegram-run.ts';
import { texts } from '../support/texts.ts';

it('silences one channel and leaves the other alone, for another process too', async () => {
  const store = await openStore('sqlite::memory:', { clock: systemClock, logger: quiet });
  const other = switchboardOf(store);
  const conversation = switched(realConversation(store, smallAnswerer), {
    off: (channel) => other.off(channel),
    banner: bannerOf(smallAnswerer),
  });
  const change = { channel: 'web', reason: 'сынақ', banner: { kk: null, ru: null } } as const;
  await switchboardOf(store).turnOff('1', change);
  const asked = (channel: 'web' | 'telegram') =>
    conversation.ask({ channel, id: '7' }, 'Когда утверждают перечень', { locale: 'ru' });
  expect(JSON.stringify((await asked('web')).replies)).toContain(texts.for('ru')('switch.banner'));
  expect(JSON.stringify((await asked('telegram')).replies)).toContain('15 декабря');
  await store.close();
});
