import { expect, it } from 'vitest';
import { systemClock } from '../../src/operations/clock.ts';
import { createIds } from '../../src/operations/ids.ts';
import { createLogger } from '../../src/operations/logger.ts';
import { createStaffSide } from '../../src/telegram/staff/create.ts';
import { readUpdate } from '../../src/telegram/updates.ts';
import { switchboardOf } from '../support/switches.ts';
import { runTelegram } from '../support/telegram-run.ts';
import { texts } from '../support/texts.ts';

const ru = texts.for('ru');

it('no log line holds an id or words of staff, nor of who tries their commands', async () => {
  const lines: string[] = [];
  const logger = createLogger({ level: 'trace', destination: { write: (line) => lines.push(line) } });
  const run = await runTelegram({
    parts: (store) => ({
      logger,
      staff: createStaffSide({
        store,
        switchboard: switchboardOf(store),
        texts,
        clock: systemClock,
        ids: createIds(),
        logger,
        fixed: [],
        features: [],
        api: () => run?.channel.api,
      }),
    }),
  });
  try {
    await run.store.staff.set('telegram', '987654321', 'administrator');
    const stranger = run.api.user(123_456_789, 'ru');
    stranger.says('/staff секретное слово');
    const chief = run.api.user(987_654_321, 'ru');
    chief.says('/staff');
    await chief.next();
    chief.presses(ru('staff.add'));
    await chief.next();
    run.api.fail('sendMessage', { kind: 'page', status: 502 }, 6);
    run.api.fail(
      'setMyCommands',
      { kind: 'error', code: 400, description: 'Bad Request: chat not found' },
      3,
    );
    chief.says('555666777');
    await chief.next();
    chief.presses(ru('staff.role.administrator'));
    await chief.next();
    chief.says('тайная причина');
    await chief.next();
    chief.presses(ru('staff.yes'));
    await chief.next();
    await run.channel.stop();
    const log = lines.join('\n');
    expect(log).toContain('may not use it here');
    // The form went on after an outage, which was known as one.
    expect(log).toContain('"kind":"unclear"');
    for (const word of ['987654321', '123456789', '555666777', 'секретное', 'тайная', 'AAFake'])
      expect(log).not.toContain(word);
  } finally {
    await run.close();
  }
});

it('keeps files and forwards of staff only, and the words under a picture as any words', () => {
  const raw = {
    update_id: 1,
    message: {
      message_id: 2,
      date: 1_780_000_000,
      chat: { id: 5, type: 'private' },
      from: { id: 5, is_bot: false },
      photo: [{ file_id: 'small-file' }, { file_id: 'large-file' }],
      caption: 'сурет астындағы сөз',
      forward_origin: { type: 'user', sender_user: { id: 4242, first_name: 'Айжан' } },
    },
  };
  const stored = (byStaff: boolean): string => JSON.stringify(readUpdate(raw, byStaff)?.payload);
  for (const byStaff of [true, false]) expect(stored(byStaff)).toContain('сурет астындағы сөз');
  for (const word of ['large-file', '4242']) {
    expect(stored(true)).toContain(word);
    expect(stored(false)).not.toContain(word);
  }
  expect(stored(true)).not.toContain('Айжан');
});
