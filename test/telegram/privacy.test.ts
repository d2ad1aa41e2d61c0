import { expect, it } from 'vitest';
import type { Conversation } from '../../src/conversation/conversation.ts';
import { createLogger } from '../../src/operations/logger.ts';
import { realConversation, runTelegram } from '../support/telegram-run.ts';

it('no log line holds the token, a name, an id or words of a message, not even when everything fails', async () => {
  const lines: string[] = [];
  const run = await runTelegram({
    conversation: (store, answerer): Conversation => ({
      ...realConversation(store, answerer),
      notText: async () => {
        throw new Error('a fault of ours');
      },
    }),
    parts: {
      logger: createLogger({ level: 'trace', destination: { write: (line) => lines.push(line) } }),
    },
  });
  try {
    const user = run.api.user(987_654_321, 'kk');
    run.api.fail('sendMessage', { kind: 'page', status: 502 }, 3);
    run.api.fail('sendMessage', { kind: 'error', code: 400, description: 'Bad Request: BUTTON_URL_INVALID' });
    run.api.fail('getUpdates', { kind: 'cut', when: 'before' });
    user.says('құпия сұрақ тізбе');
    await user.next();
    user.sends({ voice: {} });
    await user.next();
    user.forges('1:e:secret-data');
    user.says('/privacy');
    await user.next();
    await run.channel.stop();
    const log = lines.join('\n');
    expect(lines.length).toBeGreaterThan(3);
    for (const word of [run.api.token, 'AAFake', 'Айжан', '987654321', 'құпия', 'secret-data']) {
      expect(log).not.toContain(word);
    }
  } finally {
    await run.close();
  }
});
