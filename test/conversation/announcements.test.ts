import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Announcement } from '../../src/announcements/announcement.ts';
import { joinConversation } from '../../src/app/conversation.ts';
import type { Conversation, PersonRef } from '../../src/conversation/conversation.ts';
import { createCore } from '../../src/core.ts';
import { plainText } from '../../src/messages/plain.ts';
import type { AnnouncementMove } from '../../src/messages/reply.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { manualClock } from '../support/clock.ts';
import { quiet } from '../support/quiet.ts';

const clock = manualClock();
const core = createCore({ clock });
const person: PersonRef = { channel: 'telegram', id: '5' };
let store: Store;
let conversation: Conversation;
let id: string;
let personId: string;

beforeAll(async () => {
  store = await openStore('sqlite::memory:', { clock, logger: quiet });
  conversation = joinConversation({ questionRetentionDays: 90 }, { current: () => core }, store, clock);
  personId = (await store.people.arrive('telegram', person.id)).id;
  await store.people.prefer(personId, { locale: 'ru' }, 'choice');
  const made = await store.announcements.create({
    kind: 'message',
    state: 'scheduled',
    definition: Announcement.parse({
      text: { kk: 'Хабар', ru: 'Новость' },
      button: { entry: 'kandas.documents' },
    }),
    startsAt: clock.now(),
  });
  id = made.id;
  await store.ledger.resolve(made, [], 10);
});
afterAll(() => store.close());

const press = (what: AnnouncementMove, announcement = id) =>
  conversation.press(person, { do: 'announcement', id: announcement, what });
const clicks = async () => (await store.ledger.report(id))[0];

describe('the buttons of an announcement', () => {
  it('open the entry in the reader’s language and are counted once a person', async () => {
    const turn = await press('open');
    const shown = core.answerer.show({ do: 'entry', id: 'kandas.documents' }, { locale: 'ru' });
    expect(turn.replies.map(plainText)).toEqual([shown === null ? '' : plainText(shown.reply)]);
    await press('open');
    expect(await clicks()).toMatchObject({ clicks: 1, unsubscribed: 0 });
  });

  it('stop announcements in one tap, leaving the text where it is', async () => {
    const turn = await press('stop');
    expect(turn.replace).toBe(false);
    expect(turn.replies[0]?.buttons.flat()).toHaveLength(1);
    expect((await store.subscriptions.of(personId)).stopped).toBe('forever');
    expect(await clicks()).toMatchObject({ unsubscribed: 1 });
  });

  it('bring them back', async () => {
    const turn = await press('resume');
    expect(turn.notice).toBe(core.texts.for('ru')('announcement.resumed'));
    expect((await store.subscriptions.of(personId)).stopped).toBeNull();
  });

  it('of an announcement that is gone are old buttons', async () => {
    const turn = await press('open', '0'.repeat(16));
    expect(turn.notice).toBe(core.texts.for('ru')('error.old_button'));
  });
});
