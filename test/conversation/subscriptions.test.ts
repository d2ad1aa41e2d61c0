import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PersonRef } from '../../src/conversation/conversation.ts';
import { createConversation } from '../../src/conversation/create.ts';
import { subscriptionsModule } from '../../src/conversation/subscriptions.ts';
import { convertForReading } from '../../src/language/scripts/index.ts';
import type { SubscriptionChange } from '../../src/messages/reply.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { manualClock } from '../support/clock.ts';
import { quiet } from '../support/quiet.ts';
import { texts } from '../support/texts.ts';

const clock = manualClock();
const person: PersonRef = { channel: 'web', id: 'visitor' };
let store: Store;
beforeEach(async () => {
  store = await openStore('sqlite::memory:', { clock, logger: quiet });
});
afterEach(() => store.close());

function conversation() {
  return createConversation({
    store,
    texts,
    limit: { most: 100, seconds: 60 },
    modules: [
      subscriptionsModule({
        subscriptions: store.subscriptions,
        topics: () => [
          { id: 'kandas', title: { kk: 'Қандас', ru: 'Кандас' } },
          { id: 'fines', title: { kk: 'Айыппұл', ru: 'Штрафы' } },
        ],
        speaking: () => ({ texts, convert: convertForReading, fill: (text) => text }),
        clock,
      }),
    ],
  });
}
const press = (what: SubscriptionChange, topic?: string) =>
  conversation().press(person, { do: 'subscription', what, ...(topic === undefined ? {} : { topic }) });
const state = async () => store.subscriptions.of((await store.people.arrive(person.channel, person.id)).id);
const t = texts.for('kk');

it('shows the topics and what is on', async () => {
  const turn = await conversation().command(person, 'subscriptions');
  const labels = turn.replies[0]?.buttons.flat().map(({ label }) => label);
  expect(labels).toContain(t('subscriptions.topic_on', { topic: 'Қандас' }));
  expect(JSON.stringify(turn.replies)).toContain(t('subscriptions.on'));
});

it('switches a topic off and on', async () => {
  const turn = await press('off', 'fines');
  expect(turn.replace).toBe(true);
  expect((await state()).off).toEqual(['fines']);
  await press('on', 'fines');
  expect((await state()).off).toEqual([]);
});

it('knows no topic that the product does not have', async () => {
  await press('off', 'gossip');
  expect((await state()).off).toEqual([]);
});

it('mutes for a week, and says until when', async () => {
  const turn = await press('mute_week');
  expect(JSON.stringify(turn.replies)).toContain('2026 жылғы 8 шілде');
  expect((await state()).stopped).toEqual(new Date(clock.now().getTime() + 7 * 86_400_000));
});

it('stops everything in one press, and gives all of it back', async () => {
  await press('off', 'kandas');
  await press('none');
  expect((await state()).stopped).toBe('forever');
  await press('all');
  expect(await state()).toEqual({ off: [], stopped: null });
});
