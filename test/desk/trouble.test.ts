import { afterEach, describe, expect, it } from 'vitest';
import { texts } from '../support/texts.ts';
import {
  type Office,
  type OfficeOptions,
  openOffice,
  pushedTo,
  staffGroup,
  topicOf,
  wordsOf,
} from './office.ts';

let office: Office;
const opened = async (options: OfficeOptions = {}): Promise<Office> => {
  office = await openOffice(options);
  return office;
};
afterEach(() => office.close());

const t = texts.for('kk');
const question = 'Көшпін деп едім, тізімге қалай жазыламын, айтыңызшы';

/** A person whose case is open, and its card. */
async function withCase(id: number, text = question) {
  const person = office.api.user(id, 'kk');
  person.says('/ask_human');
  await person.next();
  person.presses(t('desk.write'));
  await person.next();
  person.says(text);
  const card = await office.nextPost();
  await person.next();
  return { person, card, operator: office.operator().inGroup(staffGroup) };
}

/** Lets the desk's clock run while something is waited for. */
async function timePasses<T>(until: () => Promise<T>): Promise<T> {
  const ticking = setInterval(() => office.clock.advance(10_000), 10);
  try {
    return await until();
  } finally {
    clearInterval(ticking);
  }
}

describe('who is asking', () => {
  it('is told to the staff by number, language and place only: no id, no name in any call to the group', async () => {
    await opened();
    const { person, card, operator } = await withCase(7_123_456);
    operator.inTopic(topicOf(card), 'Сәлеметсіз бе!');
    await person.next();
    person.says('Сәлем, менің атым Айжан емес');
    await office.nextPost();
    const known = await office.store.people.find('telegram', '7123456');
    const toGroup = office.api.calls.filter(({ params }) => String(params.chat_id) === String(staffGroup));
    expect(toGroup.length).toBeGreaterThan(2);
    const said = JSON.stringify(toGroup.map(({ params }) => params));
    for (const trace of ['7123456', known?.id ?? '?']) expect(said).not.toContain(trace);
    const fromStaff = JSON.stringify(
      office.api.calls
        .filter(({ params }) => String(params.chat_id) === '7123456')
        .map(({ params }) => params),
    );
    expect(fromStaff).not.toContain('900');
  });

  it('has personal numbers taken out before anything is stored or sent', async () => {
    await opened();
    const { person, card } = await withCase(61, 'ЖСН 850101300123, тел. +7 701 123 45 67, не істеймін?');
    expect(card.text).not.toMatch(/850101300123|701 123/u);
    expect(card.text).toContain('[iin]');
    expect(person.sees()).toContain(t('desk.masked'));
    person.says('тағы 850101300123');
    expect((await office.nextPost()).text).toBe('тағы [iin]');
  });

  it('has their topic deleted with everything else about them', async () => {
    await opened();
    const { person, card } = await withCase(62);
    person.says('/delete_me');
    await person.next();
    person.presses(t('delete_me.yes'));
    await person.next();
    await office.api.until(() => (office.group.topics.has(topicOf(card)) ? undefined : true));
    expect(await office.store.outgoing.waiting()).toBe(0);
  });
});

describe('nothing is lost', () => {
  it('when the process dies between any two steps', async () => {
    await opened();
    const { person, card, operator } = await withCase(63);
    await office.restart();
    operator.inTopic(topicOf(card), 'бірінші');
    await office.restart();
    operator.inTopic(topicOf(card), 'екінші');
    await office.restart();
    expect((await person.next()).text).toContain('бірінші');
    expect((await person.next()).text).toContain('екінші');
    person.says('рақмет');
    expect((await office.nextPost()).text).toBe('рақмет');
    await office.api.drained();
    expect(person.unread()).toBe(0);
  });

  it('when the process is killed with a message in hand: the next one sends it', async () => {
    await opened();
    const { person, card, operator } = await withCase(60);
    office.group.blocked = true;
    person.says('қолда қалған хабар');
    await office.api.until(() =>
      office.log.lines.some(({ message }) => message.includes('staff group cannot be written to'))
        ? true
        : undefined,
    );
    await office.restartAs(async (store) => {
      // What a killed process leaves behind: claimed, and never settled.
      office.group.blocked = false;
      office.clock.advance(61_000);
      expect(await store.outgoing.claim(10)).toHaveLength(1);
    });
    expect((await office.nextPost()).text).toBe('қолда қалған хабар');
    operator.inTopic(topicOf(card), 'көрдім');
    expect((await person.next()).text).toContain('көрдім');
  });

  it('when the line is cut after a message went into the group: it is sent once more, then said to be unclear', async () => {
    await opened();
    const { person, card, operator } = await withCase(64);
    office.api.fail('sendMessage', { kind: 'cut', when: 'after' }, 2);
    operator.inTopic(topicOf(card), 'жауап');
    expect((await person.next()).text).toContain('жауап');
    expect((await person.next()).text).toContain('жауап');
    expect((await office.nextPost()).text).toContain(t('desk.staff.unclear'));
    expect(person.unread()).toBe(0);
  });

  it('when the person blocks the bot: staff are told, and the answer comes when the person is back', async () => {
    await opened();
    const { person, card, operator } = await withCase(65);
    office.api.state.chats.get(65)!.blocked = true;
    operator.inTopic(topicOf(card), 'күткен жауап');
    expect((await office.nextPost()).text).toContain(t('desk.staff.blocked'));
    person.unblocks();
    const [one, two] = [await person.next(), await person.next()];
    expect(`${one.text}${two.text}`).toContain('күткен жауап');
    await office.api.drained();
    expect(office.posts().filter(({ text }) => text.includes(t('desk.staff.blocked')))).toHaveLength(1);
  });

  it('when the bot is thrown out of the staff group and comes back', async () => {
    await opened();
    const { person } = await withCase(66);
    office.group.blocked = true;
    person.says('күтіп отырмын');
    await office.api.until(() =>
      office.log.lines.some(({ message }) => message.includes('staff group cannot be written to'))
        ? true
        : undefined,
    );
    office.group.blocked = false;
    expect((await timePasses(() => office.nextPost())).text).toBe('күтіп отырмын');
  });

  it('when somebody deletes the topic: the person gets a new one', async () => {
    await opened();
    const { person, card, operator } = await withCase(67);
    office.group.topics.delete(topicOf(card));
    person.says('мен осындамын');
    const again = await office.nextPost();
    expect(again.text).toBe('мен осындамын');
    expect(topicOf(again)).not.toBe(topicOf(card));
    operator.inTopic(topicOf(again), 'көріп тұрмын');
    expect((await person.next()).text).toContain('көріп тұрмын');
  });

  it('when somebody closes the topic by hand: it is opened again', async () => {
    await opened();
    const { person, card } = await withCase(68);
    office.group.topics.get(topicOf(card))!.open = false;
    person.says('әлі мәселем бар');
    expect((await office.nextPost()).text).toBe('әлі мәселем бар');
    expect(office.group.topics.get(topicOf(card))?.open).toBe(true);
  });

  it('when two of the person’s messages fail in turn: they arrive in order', async () => {
    await opened();
    const { person } = await withCase(69);
    office.api.fail('sendMessage', {
      kind: 'error',
      code: 429,
      description: 'Too Many Requests: retry after 1',
    });
    person.says('бірінші хабар');
    person.says('екінші хабар');
    const texts = await timePasses(async () => [
      (await office.nextPost()).text,
      (await office.nextPost()).text,
    ]);
    expect(texts).toEqual(['бірінші хабар', 'екінші хабар']);
  });
});

describe('a group without topics', () => {
  it('serves all the same: staff answer by replying to a message', async () => {
    await opened({ forum: false });
    const { person, card, operator } = await withCase(71);
    expect(card.params.message_thread_id).toBeUndefined();
    expect(card.text).toMatch(/№ \d+/u);
    operator.says('бұл жай сөз');
    operator.replies('Жауабыңыз осы', card);
    expect((await person.next()).text).toContain('Жауабыңыз осы');
    operator.replies('/close', card);
    expect((await person.next()).text).toBe(t('desk.closed_staff'));
  });
});

describe('a case', () => {
  it('that is over is opened again in the same topic when the person asks anew', async () => {
    await opened();
    const { person, card, operator } = await withCase(72);
    operator.inTopic(topicOf(card), '/close');
    await person.next();
    await office.nextPost();
    const again = await withCase(72, 'Тағы бір сұрағым бар еді маманға');
    expect(topicOf(again.card)).toBe(topicOf(card));
    expect(office.group.topics.get(topicOf(card))?.open).toBe(true);
  });

  it('that is over passes nothing on, and says so to the staff', async () => {
    await opened();
    const { person, card, operator } = await withCase(73);
    person.presses(t('desk.end'));
    await person.next();
    await office.nextPost();
    const topic = office.group.topics.get(topicOf(card))!;
    await office.api.until(() => (topic.open ? undefined : true));
    topic.open = true;
    operator.inTopic(topicOf(card), 'кешіксем де жазайын');
    expect((await office.nextPost()).text).toBe(t('desk.staff.closed'));
    await office.api.drained();
    expect(person.unread()).toBe(0);
  });

  it('leaves buttons and commands to the bot', async () => {
    await opened();
    const { person } = await withCase(74);
    person.says('/topics');
    expect((await person.next()).text).toContain(t('topics.title'));
  });

  it('in which nobody writes for days ends by itself, and both are told', async () => {
    await opened();
    const { person } = await withCase(75);
    office.clock.advance(4 * 24 * 60 * 60_000);
    await office.restart();
    expect((await person.next()).text).toBe(t('desk.closed_idle'));
    expect((await office.nextPost()).text).toContain(t('desk.staff.closed_idle'));
  });

  it('can be opened so many times a day', async () => {
    await opened({ policy: { cases_a_day: 1 } });
    const visitor = { channel: 'web', id: 'often' } as const;
    const open = async () => {
      await office.conversation.press(visitor, { do: 'desk', step: 'write' }, { locale: 'kk' });
      return wordsOf(await office.conversation.ask(visitor, question, { locale: 'kk' }));
    };
    expect(await open()).toContain(t('desk.opened'));
    await office.conversation.press(visitor, { do: 'desk', step: 'end' });
    expect(await open()).toBe(t('desk.too_many_cases'));
  });

  it('takes so many messages a minute', async () => {
    await opened({ policy: { messages_a_minute: 1 } });
    const { person } = await withCase(76);
    person.says('бір');
    person.says('екі');
    expect((await person.next()).text).toBe(t('desk.too_fast'));
    expect((await office.nextPost()).text).toBe('бір');
  });
});

describe('who thinks better of it', () => {
  it('cancels with /cancel', async () => {
    await opened();
    const person = office.api.user(77, 'kk');
    person.says('/ask_human');
    await person.next();
    person.presses(t('desk.write'));
    await person.next();
    person.says('/cancel');
    expect((await person.next()).text).toBe(t('desk.cancelled'));
    expect(office.posts()).toEqual([]);
  });

  it('is offered to end an open conversation at /cancel, which goes on until they do', async () => {
    await opened();
    const { person } = await withCase(78);
    person.says('/cancel');
    expect((await person.next()).text).toBe(t('desk.already'));
    person.says('тағы бір сөз');
    expect((await office.nextPost()).text).toBe('тағы бір сөз');
    person.presses(t('desk.end'));
    expect((await person.next()).text).toContain(t('desk.closed_person'));
  });

  it('is told that a picture did not reach the staff, and its words did', async () => {
    await opened();
    const { person } = await withCase(79);
    person.sends({ photo: [{ file_id: 'p' }], caption: 'мына қағаз' });
    expect((await office.nextPost()).text).toBe('мына қағаз');
    expect((await person.next()).text).toContain(t('error.only_caption'));
  });

  it('goes on reading, and what is written next is a question again', async () => {
    await opened();
    const visitor = { channel: 'web', id: 'reader' } as const;
    await office.conversation.press(visitor, { do: 'desk', step: 'write' }, { locale: 'kk' });
    await office.conversation.press(visitor, { do: 'topics' }, { locale: 'kk' });
    const turn = await office.conversation.ask(visitor, 'қандас деген кім', { locale: 'kk' });
    expect(turn.question?.kind).toBe('answer');
    expect(await pushedTo(office.store, visitor)).toEqual([]);
  });

  it('is offered their last question, not their wish for a human', async () => {
    await opened();
    const visitor = { channel: 'web', id: 'wishes' } as const;
    await office.conversation.ask(visitor, 'қандас деген кім', { locale: 'kk' });
    await office.conversation.ask(visitor, 'адаммен сөйлескім келеді', { locale: 'kk' });
    const offer = await office.conversation.press(visitor, { do: 'human' }, { locale: 'kk' });
    expect(wordsOf(offer)).toContain(t('desk.last_question', { question: 'қандас деген кім' }));
  });

  it('has no drafts offered to the staff for a text that asks nothing', async () => {
    await opened();
    const { card } = await withCase(79, 'адаммен сөйлескім келеді');
    expect(card.buttons).toEqual([]);
  });

  it('sends the last question as it was', async () => {
    await opened();
    const person = office.api.user(78, 'kk');
    person.says('менің ерекше жағдайым туралы айтыңызшы');
    await person.next();
    person.says('/ask_human');
    expect((await person.next()).text).toContain('менің ерекше жағдайым');
    person.presses(t('desk.send_last'));
    const card = await office.nextPost();
    expect(card.text).toContain('менің ерекше жағдайым туралы айтыңызшы');
  });
});
