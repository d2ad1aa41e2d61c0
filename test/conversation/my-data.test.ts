import { afterAll, beforeAll, expect, it } from 'vitest';
import { joinConversation } from '../../src/app/conversation.ts';
import type { Conversation } from '../../src/conversation/conversation.ts';
import { createCore } from '../../src/core.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { manualClock } from '../support/clock.ts';
import { quiet } from '../support/quiet.ts';

const clock = manualClock();
const person = { channel: 'telegram', id: '42' } as const;
let store: Store;
let talk: Conversation;
beforeAll(async () => {
  const core = createCore({ clock });
  store = await openStore('sqlite::memory:', { clock, logger: quiet });
  talk = joinConversation({ questionRetentionDays: 90 }, { current: () => core }, store, clock);
});
afterAll(() => store.close());

it('/privacy offers the data and their deletion', async () => {
  const { replies } = await talk.command(person, 'privacy');
  const actions = replies
    .flatMap(({ buttons }) => buttons.flat())
    .map((button) => 'action' in button && button.action.do);
  expect(actions).toEqual(['my_data', 'forget_ask']);
});

it('a person gets all that is stored about them, with moments as dates and no personal numbers', async () => {
  await talk.ask(person, 'ЖСН 900101350017 қандас мәртебесіне қандай құжаттар керек');
  await talk.ask({ channel: 'telegram', id: '43' }, 'басқа адамның сұрағы тіркеу туралы');
  const { files = [], replies } = await talk.press(person, { do: 'my_data' });
  expect(replies).toHaveLength(1);
  const [file] = files;
  expect(file).toMatchObject({ name: 'bagdar-my-data.json' });
  const text = new TextDecoder().decode(file?.bytes);
  const { data } = JSON.parse(text);
  expect(data.people).toMatchObject([{ external_id: '42', created_at: '2026-07-01T09:00:00.000Z' }]);
  expect(data.questions).toHaveLength(1);
  expect(data.questions[0].text).toContain('қандас мәртебесіне');
  expect(data.contexts[0].context).toBeTypeOf('object');
  expect(text).not.toContain('900101350017');
  expect(text).not.toContain('басқа адамның');
});

it('the button under /privacy asks before it deletes', async () => {
  const { replies } = await talk.press(person, { do: 'forget_ask' });
  expect(await store.people.find('telegram', '42')).not.toBeNull();
  const sure = replies[0]?.buttons
    .flat()
    .find((button) => 'action' in button && button.action.do === 'forget');
  expect(sure).toBeDefined();
  await talk.press(person, { do: 'forget', sure: true });
  expect(await store.people.find('telegram', '42')).toBeNull();
});
