import { joinConversation } from '../../src/app/conversation.ts';
import { createCore } from '../../src/core.ts';
import { systemClock } from '../../src/operations/clock.ts';
import { openStore } from '../../src/store/open.ts';
import { createTelegram } from '../../src/telegram/channel.ts';
import { quiet } from '../support/quiet.ts';

/** Run as a child by `kill.test.ts`: the bot with the product's own guides over a file, until it is killed. */
const [url = '', apiRoot = '', token = ''] = process.argv.slice(2);
const core = createCore();
const store = await openStore(url, { clock: systemClock, logger: quiet });
createTelegram({
  config: { mode: 'polling', token, apiRoot },
  conversation: joinConversation({ questionRetentionDays: 90 }, { current: () => core }, store),
  answerer: () => core.answerer,
  texts: core.texts,
  people: store.people,
  inbox: store.inbox,
  conversations: store.conversations,
  logger: quiet,
}).start();
