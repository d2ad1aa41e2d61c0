/**
 * The baseline: the smallest grammY bot there is. `concurrent` handles the updates of a batch at the same time, which
 * grammY's own polling does not; nothing is stored, so a kill loses what was in hand.
 */
import { Bot } from 'grammy';

const [root = '', token = '', mode] = process.argv.slice(2);
const bot = new Bot(token, { client: { apiRoot: root } });
bot.on('message:text', (context) => context.reply(context.message.text));
process.on('disconnect', () => process.exit());

if (mode === 'concurrent') {
  await bot.init();
  for (let offset = 0; ; ) {
    const updates = await bot.api.getUpdates({ offset, timeout: 30 });
    await Promise.all(updates.map((update) => bot.handleUpdate(update)));
    offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
  }
} else await bot.start();
