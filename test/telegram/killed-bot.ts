import { systemClock } from '../../src/operations/clock.ts';
import { openStore } from '../../src/store/open.ts';
import { createTelegram } from '../../src/telegram/channel.ts';
import { quiet } from '../support/quiet.ts';
import { smallAnswerer } from '../support/small-answerer.ts';
import { realConversation } from '../support/telegram-run.ts';
import { texts } from '../support/texts.ts';

/** Run as a child by `kill.test.ts`: a bot over a file, until it is killed. */
const [url = '', apiRoot = '', token = ''] = process.argv.slice(2);
const store = await openStore(url, { clock: systemClock, logger: quiet });
createTelegram({
  config: { mode: 'polling', token, apiRoot },
  conversation: realConversation(store, smallAnswerer),
  answerer: smallAnswerer,
  texts,
  people: store.people,
  inbox: store.inbox,
  conversations: store.conversations,
  logger: quiet,
  concurrency: 4,
}).start();
