import { afterAll, beforeAll, expect, it } from 'vitest';
import { runTelegram, type TelegramRun } from '../support/telegram-run.ts';
import { texts } from '../support/texts.ts';

let run: TelegramRun;
beforeAll(async () => {
  run = await runTelegram();
});
afterAll(() => run.close());

let person = 100;
const somebody = () => {
  person += 1;
  return run.api.user(person, 'kk');
};

const hostile: readonly (readonly [string, string])[] = [
  ['an oversize text', 'тізбе '.repeat(800)],
  ['100 KB', 'қандас '.repeat(8000)],
  ['white space only', ' \n\t  '],
  ['emoji only', '👨‍👩‍👧‍👦🇰🇿😀'],
  ['binary', String.fromCharCode(...Array.from({ length: 256 }, (_, index) => index))],
  ['a right-to-left override', '\u202eтізбе\u202c \u2066қашан\u2069'],
  ['half a surrogate pair', 'тізбе \ud83d қашан \udc00'],
  ['markup', '<b>тізбе</b> *қашан* [x](tg://user?id=1) <script>'],
  ['one word of 4,000 letters', 'ұ'.repeat(4000)],
  ['combining marks', `т${'\u0301'.repeat(3000)}`],
  ['an unknown command', '/zzz тізбе'],
];

for (const [name, text] of hostile) {
  it(`answers ${name} politely and without an error`, async () => {
    const user = somebody();
    user.says(text);
    expect((await user.next()).text.trim()).not.toBe('');
    expect(run.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
}

it('asks for words when something else is sent', async () => {
  const user = somebody();
  user.sends({ voice: { file_id: 'x', duration: 3 } });
  expect((await user.next()).text).toBe(texts.for('kk')('error.not_text'));
});

it('answers an album once', async () => {
  const user = somebody();
  user.sends({ photo: [{}], media_group_id: 'album' });
  user.sends({ photo: [{}], media_group_id: 'album' });
  user.says('тізбе');
  expect((await user.next()).text).toBe(texts.for('kk')('error.not_text'));
  expect((await user.next()).text).toContain('15 желтоқсанға');
});

it('says that forged and old buttons are old', async () => {
  const user = somebody();
  user.says('тізбе');
  await user.next();
  for (const data of [
    '',
    '1',
    '0:e:kandas',
    '1:e:<script>',
    '1:zz:a',
    '1:l:xx',
    'x'.repeat(200),
    '1:e:no.such.entry',
  ]) {
    expect((await user.answerTo(user.forges(data))).text).toBe(texts.for('kk')('error.old_button'));
  }
});

it('ignores edits of nobody and service messages', async () => {
  const user = somebody();
  run.api.push({
    edited_message: { message_id: 1, date: 1, chat: { id: user.id, type: 'private' }, text: 'тізбе' },
  });
  user.sends({ pinned_message: {} });
  user.says('/help');
  expect((await user.next()).text).toContain(texts.for('kk')('help.title'));
  expect(user.unread()).toBe(0);
});

it('is not stopped by malformed updates', async () => {
  for (const message of [
    null,
    7,
    'x',
    [],
    { chat: null },
    { chat: { id: 'x' }, text: {} },
    { message_id: 1e300 },
  ]) {
    run.api.push({ message });
  }
  run.api.push({ callback_query: { id: 5, from: {} } });
  const user = somebody();
  user.says('тізбе');
  expect((await user.next()).text).toContain('15 желтоқсанға');
});

it("takes no rating of somebody else's answer", async () => {
  const [asker, stranger] = [somebody(), somebody()];
  asker.says('тізбе');
  const { buttons } = await asker.next();
  const rating = buttons.flat().find(({ callback_data: data }) => data?.startsWith('1:f:'));
  stranger.says('/help');
  await stranger.next();
  await stranger.answerTo(stranger.forges(rating?.callback_data ?? ''));
  const ratings = (await run.store.questions.countSince(new Date(0))).map(
    ({ helpful, unhelpful }) => helpful + unhelpful,
  );
  expect(rating).toBeDefined();
  expect(Math.max(...ratings)).toBe(0);
});
