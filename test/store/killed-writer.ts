import { systemClock } from '../../src/operations/clock.ts';
import { openStore } from '../../src/store/open.ts';

/** Run as a child by `kill.test.ts`: writes for ever and says what is committed, until it is killed. */
const url = process.argv[2] ?? '';
const silent = { info: () => undefined, warn: () => undefined };
const store = await openStore(url, { clock: systemClock, logger: silent });
const { id } = await store.people.arrive('telegram', '77');
for (let position = 1; ; position += 1) {
  await store.inbox.store([
    {
      channel: 'telegram',
      updateId: `k${process.pid}-${position}`,
      position,
      chat: '77',
      sender: '77',
      payload: { position },
    },
  ]);
  await store.people.prefer(id, { region: `KZ-${position}` }, 'choice');
  // Said only after both writes resolved: whatever is said must survive.
  process.stdout.write(`${process.pid} ${position}\n`);
}
