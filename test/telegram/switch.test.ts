import { afterEach, beforeEach, expect, it } from 'vitest';
import { switched } from '../../src/conversation/switched.ts';
import { systemClock } from '../../src/operations/clock.ts';
import { createIds } from '../../src/operations/ids.ts';
import type { Switchboard } from '../../src/staff/switchboard.ts';
import { createStaffSide } from '../../src/telegram/staff/create.ts';
import { quiet } from '../support/quiet.ts';
import { smallAnswerer } from '../support/small-answerer.ts';
import { bannerOf, switchboardOf } from '../support/switches.ts';
import { realConversation, runTelegram, type TelegramRun } from '../support/telegram-run.ts';
import { texts } from '../support/texts.ts';

const ru = texts.for('ru');
let run: TelegramRun;
let switchboard: Switchboard;
beforeEach(async () => {
  run = await runTelegram({
    conversation(store, answerer) {
      switchboard = switchboardOf(store);
      return switched(realConversation(store, answerer), {
        off: (channel) => switchboard.off(channel),
        banner: bannerOf(answerer),
      });
    },
    answerer: smallAnswerer,
    parts: (store) => ({
      isOff: async () => (await switchboard.off('telegram')) !== null,
      staff: createStaffSide({
        store,
        switchboard,
        texts,
        clock: systemClock,
        ids: createIds(),
        logger: quiet,
        fixed: [],
        features: [],
        api: () => undefined,
      }),
    }),
  });
  await run.store.staff.set('telegram', '31', 'administrator');
});
afterEach(() => run.close());

async function turnOff(): Promise<void> {
  const chief = run.api.user(31, 'ru');
  chief.says('/staff');
  await chief.next();
  chief.presses(ru('staff.channels'));
  await chief.next();
  chief.presses(ru('switch.turn_off', { channel: ru('switch.channel.telegram') }));
  expect((await chief.next()).text).toBe(ru('switch.ask_reason'));
  chief.says('Ошибка в правилах');
  await chief.next();
  chief.says('Бот жөнделуде.');
  await chief.next();
  chief.presses(ru('switch.usual'));
  await chief.next();
  chief.presses(ru('switch.yes'));
  await chief.next();
}

it('gives people the banner in their language and script, and answers nothing', async () => {
  await turnOff();
  const kazakh = run.api.user(41, 'kk');
  kazakh.says('тізбе қашан бекітіледі');
  expect((await kazakh.next()).text).toContain('Бот жөнделуде.');
  const russian = run.api.user(42, 'ru');
  russian.says('Когда утверждают перечень');
  const banner = await russian.next();
  expect(banner.text).toContain(ru('switch.banner'));
  expect(banner.text).not.toContain('15 декабря');
  expect((await russian.inline('перечень')).results).toEqual([]);
});

it('leaves people their rights over their data', async () => {
  await turnOff();
  const person = run.api.user(43, 'ru');
  person.says('/delete_me');
  expect((await person.next()).text).toContain(ru('delete_me.ask'));
  person.presses(ru('delete_me.yes'));
  expect((await person.next()).text).toBe(ru('delete_me.done'));
});

it('stays off after a restart, and is switched on again by an administrator', async () => {
  await turnOff();
  await run.restart();
  const person = run.api.user(44, 'ru');
  person.says('Когда утверждают перечень');
  expect((await person.next()).text).toContain(ru('switch.banner'));
  const chief = run.api.user(31, 'ru');
  chief.says('/staff');
  await chief.next();
  chief.presses(ru('staff.channels'));
  expect((await chief.next()).text).toContain('Ошибка в правилах');
  chief.presses(ru('switch.turn_on', { channel: ru('switch.channel.telegram') }));
  await chief.next();
  person.says('Когда утверждают перечень');
  expect((await person.next()).text).toContain('15 декабря');
  expect((await run.store.audit.list(2)).map(({ action }) => action)).toEqual(['channel.on', 'channel.off']);
});
