import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mediaOf, readUpdate, type SlimUpdate, updateIdOf } from '../../src/telegram/updates.ts';
import { runTelegram } from '../support/telegram-run.ts';

const message = {
  message_id: 3,
  date: 1_780_000_000,
  chat: { id: 5, type: 'private', first_name: 'Айжан' },
  from: {
    id: 5,
    is_bot: false,
    first_name: 'Айжан',
    last_name: 'Серік',
    username: 'aizhan',
    language_code: 'kk',
  },
  text: 'сұрақ',
};

describe('an update for the inbox', () => {
  it('has its chat, its place in order and its sender', () => {
    expect(readUpdate({ update_id: 7, message })).toMatchObject({
      channel: 'telegram',
      updateId: '7',
      position: 7,
      chat: '5',
      sender: '5',
    });
  });

  it('keeps nothing of names, pictures and places', () => {
    const sent = {
      ...message,
      photo: [{ file_id: 'secret-file' }],
      location: { latitude: 43.2, longitude: 76.9 },
    };
    const stored = JSON.stringify(readUpdate({ update_id: 7, message: sent })?.payload);
    for (const word of ['Айжан', 'Серік', 'aizhan', 'secret-file', '43.2'])
      expect(stored).not.toContain(word);
    expect(mediaOf((JSON.parse(stored) as SlimUpdate).message ?? {})).toEqual(['location', 'photo']);
  });

  it('keeps the region of a shared location and not the location', () => {
    const sent = { ...message, text: undefined, location: { latitude: 43.2345, longitude: 76.9456 } };
    const locate = () => ({ regions: ['KZ-75'], sure: true });
    const payload = readUpdate({ update_id: 7, message: sent }, false, locate)?.payload as SlimUpdate;
    expect(payload.shared_place).toEqual({ regions: ['KZ-75'], sure: true });
    expect(JSON.stringify(payload)).not.toMatch(/43\.2|76\.9/u);
  });

  it('does not look where a location shared in a group lies', () => {
    const group = { id: -5, type: 'group' };
    const sent = { ...message, chat: group, location: { latitude: 43.2345, longitude: 76.9456 } };
    const locate = () => ({ regions: ['KZ-75'], sure: true });
    const payload = readUpdate({ update_id: 7, message: sent }, false, locate)?.payload as SlimUpdate;
    expect(payload).not.toHaveProperty('shared_place');
  });

  it('is none when an object pretends to be a text', () => {
    const query = { id: '1', from: message.from, query: 'қандас', offset: { length: { toString: 1 } } };
    expect(readUpdate({ update_id: 7, inline_query: query })).toBeNull();
  });

  it('keeps no more of a text than is worth reading, and no half characters', () => {
    const long = `${'а'.repeat(16_383)}😀${'б'.repeat(100_000)}`;
    const payload = readUpdate({ update_id: 7, message: { ...message, text: long } })?.payload as SlimUpdate;
    expect(payload.message?.text).toHaveLength(16_384);
    expect(payload.message?.text?.isWellFormed()).toBe(true);
  });

  it('knows a command without the entity that marks it', () => {
    const payload = readUpdate({ update_id: 7, message: { ...message, text: '/start kandas' } })?.payload;
    expect((payload as SlimUpdate).message?.entities).toEqual([
      { type: 'bot_command', offset: 0, length: 6 },
    ]);
  });

  it('keeps presses in the order of their chat', () => {
    const press = {
      id: 'a',
      from: message.from,
      data: '1:tt',
      message: { message_id: 3, date: 1, chat: message.chat },
    };
    expect(readUpdate({ update_id: 8, callback_query: press })).toMatchObject({ chat: '5', position: 8 });
  });

  it.each([
    null,
    'x',
    [],
    {},
    { update_id: 7 },
    { update_id: 7, channel_post: message },
    { update_id: -1, message },
  ])('is nothing for %j', (raw) => {
    expect(readUpdate(raw)).toBeNull();
  });

  it('never throws, whatever comes', () => {
    void fc.assert(
      fc.property(fc.anything({ maxDepth: 4, withNullPrototype: true, withBigInt: true }), (raw) => {
        readUpdate(raw);
        updateIdOf(raw);
      }),
      { numRuns: 1000, seed: 20261121 },
    );
  });
});

/** Updates that look real and are wrong somewhere. */
const fuzzed = (() => {
  const odd = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.string({ unit: 'binary', maxLength: 50 }),
    fc.constantFrom(5, 6, 'private'),
  );
  const field = <T>(usual: T) =>
    fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: odd });
  const person = fc.record({ id: field(5), is_bot: field(false), language_code: field('kk') });
  const place = fc.record({ id: field(5), type: field('private') });
  const said = fc.record({
    message_id: field(1),
    date: field(1),
    chat: place,
    from: person,
    text: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('/start', '/start x', 'тізбе'),
      odd,
    ),
    entities: field([{ type: 'bot_command', offset: 0, length: 6 }]),
    reply_to_message: odd,
  });
  const pressed = fc.record({
    id: field('p'),
    from: person,
    data: fc.oneof(fc.constantFrom('1:tt', '1:l:ru', '1:e:x'), odd),
    message: said,
  });
  return fc.oneof(
    said.map((one) => ({ message: one })),
    pressed.map((one) => ({ callback_query: one })),
    fc.record({
      inline_query: fc.record({ id: field('i'), from: person, query: fc.string(), offset: field('') }),
    }),
    fc.record({
      my_chat_member: fc.record({
        chat: place,
        from: person,
        date: field(1),
        old_chat_member: odd,
        new_chat_member: odd,
      }),
    }),
    fc.dictionary(fc.constantFrom('message', 'callback_query', 'inline_query', 'poll'), odd),
  );
})();

it('updates wrong in any way leave the bot unharmed', async () => {
  const run = await runTelegram();
  try {
    const user = run.api.user(5, 'kk');
    const samples = fc.sample(fuzzed, { numRuns: 400, seed: 20261121 });
    for (const sample of samples) run.api.push(sample as Record<string, unknown>);
    const other = run.api.user(77, 'kk');
    other.says('тізбе');
    expect((await other.next()).text).toContain('15 желтоқсанға');
    await run.api.until(() => (user.unread() > 0 ? true : undefined));
    await run.channel.stop();
    expect(run.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    expect((await run.store.inbox.depth()).parked).toBe(0);
  } finally {
    await run.close();
  }
});
