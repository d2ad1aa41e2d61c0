import { afterAll, beforeAll, expect, it } from 'vitest';
import { joinConversation } from '../../src/app/conversation.ts';
import type { Conversation, Turn } from '../../src/conversation/conversation.ts';
import { createCore } from '../../src/core.ts';
import type { Action } from '../../src/messages/reply.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { manualClock } from '../support/clock.ts';
import { freshPostgres } from '../support/database.ts';
import { quiet } from '../support/quiet.ts';

const clock = manualClock();
const stores: Store[] = [];
let replicas: readonly [Conversation, Conversation];
beforeAll(async () => {
  const url = await freshPostgres();
  const core = createCore();
  const replica = async (): Promise<Conversation> => {
    const store = await openStore(url, { clock, logger: quiet });
    stores.push(store);
    return joinConversation({ questionRetentionDays: 90 }, { current: () => core }, store, clock);
  };
  replicas = [await replica(), await replica()];
});
afterAll(async () => {
  for (const store of stores) await store.close();
});

/** The last button of a turn that leads on in a guide. */
function stepOf(turn: Turn): Action {
  const actions = turn.replies
    .flatMap(({ buttons }) => buttons.flat())
    .flatMap((button) => ('action' in button ? [button.action] : []));
  const step = actions.find((action) => action.do === 'guide' || action.do === 'guide_step');
  if (step === undefined) throw new Error(`no step among ${JSON.stringify(actions)}`);
  return step;
}

const heading = (turn: Turn): string => JSON.stringify(turn.replies.at(-1)?.blocks);

it('a guide goes on in whichever replica gets the next press', async () => {
  const person = { channel: 'telegram', id: '42' } as const;
  let turn = await replicas[0].command(person, 'guide');
  const seen = new Set<string>();
  for (let press = 0; press < 3; press += 1) {
    turn = await replicas[(press + 1) % 2]!.press(person, stepOf(turn));
    seen.add(heading(turn));
  }
  expect(seen.size).toBe(3);
});

it('the topic of the last question and the chosen language are known in every replica', async () => {
  const person = { channel: 'telegram', id: '43' } as const;
  await replicas[0].press(person, { do: 'language', locale: 'ru' });
  await replicas[0].ask(person, 'Какие документы нужны для статуса кандаса?');
  expect(await replicas[1].localeOf(person)).toBe('ru');
  expect(await stores[1]!.contexts.get((await stores[1]!.people.find('telegram', '43'))!.id)).toMatchObject({
    question: expect.any(String),
  });
});

it('a person’s limit counts over all replicas: told once, then dropped', async () => {
  const person = { channel: 'telegram', id: '44' } as const;
  const turns: Turn[] = [];
  for (let asked = 0; asked < 34; asked += 1) turns.push(await replicas[asked % 2]!.command(person, 'help'));
  expect(turns.map(({ limited }) => limited)).toEqual([
    ...Array.from({ length: 30 }, () => undefined),
    'told',
    ...Array.from({ length: 3 }, () => 'dropped'),
  ]);
});
