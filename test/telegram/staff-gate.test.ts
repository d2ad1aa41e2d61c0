import { afterEach, beforeEach, expect, it } from 'vitest';
import { change, tell } from '../../src/conversation/turns.ts';
import { encodeAction } from '../../src/messages/action.ts';
import { paragraph, reply } from '../../src/messages/build.ts';
import { staffCommands } from '../../src/staff/permissions.ts';
import { staffFeature } from '../../src/telegram/staff/feature.ts';
import { staffParts } from '../support/staff.ts';
import { runTelegram, type TelegramRun } from '../support/telegram-run.ts';
import { texts } from '../support/texts.ts';

let run: TelegramRun;
const stats = staffFeature({
  command: 'stats',
  handle: async (visit, argument) =>
    tell(
      visit,
      reply(
        visit.locale,
        [paragraph(`figures ${argument}`)],
        [[{ label: 'Week', action: { do: 'staff', command: 'stats', args: ['week'] } }]],
      ),
    ),
  press: async (visit, [span]) => change(visit, reply(visit.locale, [paragraph(`figures of a ${span}`)])),
});
const administration = staffFeature({
  command: 'staff',
  handle: async (visit) => tell(visit, reply(visit.locale, [paragraph('members')])),
});
beforeEach(async () => {
  run = await runTelegram({
    parts: (store) => ({ staff: staffParts(store, [stats, administration]) }),
  });
  await run.store.staff.set('telegram', '21', 'operator');
});
afterEach(() => run.close());

it('leads a member of staff to the command and its buttons', async () => {
  const operator = run.api.user(21, 'ru');
  operator.says('/stats day');
  expect((await operator.next()).text).toBe('figures day');
  operator.presses('Week');
  expect(await operator.next()).toMatchObject({ how: 'edit', text: 'figures of a week' });
});

it('gives everybody else no reply at all, and a line in the log', async () => {
  const person = run.api.user(22, 'ru');
  for (const command of staffCommands) person.says(`/${command}`);
  person.says('/help');
  expect((await person.next()).text).toContain(texts.for('ru')('help.title'));
  expect(person.unread()).toBe(0);
  expect(run.log.lines.filter(({ message }) => message.includes('staff command'))).toHaveLength(5);
  expect(JSON.stringify(run.log.lines)).not.toContain('"22"');
});

it('ignores a forged staff button of somebody who is not staff', async () => {
  const person = run.api.user(22, 'ru');
  person.says('/help');
  await person.next();
  const press = person.forges(encodeAction({ do: 'staff', command: 'stats', args: ['week'] }));
  expect(await person.answerTo(press)).toEqual({ text: '', alert: false });
  expect(person.unread()).toBe(0);
});

it('tells a member whose role may not', async () => {
  const operator = run.api.user(21, 'kk');
  operator.says('/staff');
  expect((await operator.next()).text).toBe(texts.for('kk')('staff.not_yours'));
});

it('knows at once that somebody is staff no more', async () => {
  const operator = run.api.user(21, 'ru');
  operator.says('/stats');
  await operator.next();
  await run.store.staff.remove('telegram', '21');
  const press = operator.presses('Week');
  expect(await operator.answerTo(press)).toEqual({ text: '', alert: false });
  expect(operator.unread()).toBe(0);
});

it('lets staff commands in a group be', async () => {
  const operator = run.api.user(21, 'ru').inGroup(-100);
  operator.says('/stats@bagdar_test_bot');
  await run.api.drained();
  await run.api.until(() =>
    run.log.lines.some(({ message }) => message.includes('staff command')) ? true : undefined,
  );
  expect(operator.unread()).toBe(0);
});
