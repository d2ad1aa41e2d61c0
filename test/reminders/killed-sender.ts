import { createCore } from '../../src/core.ts';
import { createCourier } from '../../src/delivery/courier.ts';
import { startReminders } from '../../src/reminders/start.ts';
import { openStore } from '../../src/store/open.ts';
import { createTelegramCourier } from '../../src/telegram/courier.ts';
import { quiet } from '../support/quiet.ts';
import { policy } from './given.ts';

/** Run as a child by `kill.test.ts`: sends reminders until it is killed; its clock shows `now` at the start. */
const [url = '', apiRoot = '', token = '', now = ''] = process.argv.slice(2);
const ahead = new Date(now).getTime() - Date.now();
const clock = { now: () => new Date(Date.now() + ahead) };
const core = createCore({ clock });
const store = await openStore(url, { clock, logger: quiet });
await startReminders({
  core: () => core,
  store,
  leases: store.leases,
  courier: createCourier({
    telegram: createTelegramCourier({ token, apiRoot, texts: core.texts }),
    web: null,
  }),
  clock,
  policy,
  owner: `process ${process.pid}`,
  signal: new AbortController().signal,
  logger: quiet,
});
