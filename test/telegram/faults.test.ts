import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/conversation/conversation.ts';
import { paragraph, reply } from '../../src/messages/build.ts';
import { realConversation, runTelegram, type TelegramRun } from '../support/telegram-run.ts';
import { texts } from '../support/texts.ts';

const question = 'тізбе қашан бекітіледі?';
const t = texts.for('kk');

describe('a failing call', () => {
  let run: TelegramRun;
  beforeEach(async () => {
    run = await runTelegram();
  });
  afterEach(() => run.close());

  /** The texts a person got for one question while `sendMessage` failed in this way. */
  const answersTo = async (words = question): Promise<string[]> => {
    const user = run.api.user(5, 'kk');
    user.says(words);
    await user.next();
    // A second question shows that the first is over, whatever it led to.
    user.says('/privacy');
    await run.api.until(() => (user.sees().includes(t('privacy.title')) ? true : undefined));
    return user
      .messages()
      .slice(0, -1)
      .map(({ text }) => text);
  };

  it('waits as long as 429 says, and answers once', async () => {
    run.api.fail('sendMessage', { kind: 'flood', retryAfter: 0.01 }, 2);
    expect(await answersTo()).toHaveLength(1);
    expect(run.api.callsOf('sendMessage').map(({ code }) => code)).toEqual([429, 429, 200, 200]);
  });

  it('answers once after a server error', async () => {
    run.api.fail('sendMessage', { kind: 'error', code: 500, description: 'Internal Server Error' });
    expect(await answersTo()).toHaveLength(1);
  });

  it('answers once after a page of a proxy', async () => {
    run.api.fail('sendMessage', { kind: 'page', status: 502 });
    expect(await answersTo()).toHaveLength(1);
  });

  it('answers once when the line is cut before the call took effect', async () => {
    run.api.fail('sendMessage', { kind: 'cut', when: 'before' });
    expect(await answersTo()).toHaveLength(1);
  });

  it('answers at most twice when the line is cut after the call took effect', async () => {
    run.api.fail('sendMessage', { kind: 'cut', when: 'after' });
    const answers = await answersTo();
    expect(answers.length).toBeGreaterThanOrEqual(1);
    expect(answers.length).toBeLessThanOrEqual(2);
  });

  it('answers when a call hangs', async () => {
    const hanging = await runTelegram({ parts: { callSeconds: 1 } });
    try {
      hanging.api.fail('sendMessage', { kind: 'hang' });
      const user = hanging.api.user(5, 'kk');
      user.says(question);
      expect((await user.next()).text).toContain('15 желтоқсанға');
    } finally {
      await hanging.close();
    }
  });

  it('answers when Telegram was away for longer than one call is repeated', async () => {
    run.api.fail('sendMessage', { kind: 'page', status: 502 }, 5);
    expect(await answersTo()).toHaveLength(1);
    const kept = await run.store.exportEverything((await run.store.people.find('telegram', '5'))?.id ?? '');
    expect(kept?.questions).toHaveLength(1);
    expect(kept?.conversations ?? []).toEqual([]);
  });

  it('delivers a long answer whole though Telegram takes one message a second', async () => {
    const long = 'Ұзын жауаптың сөйлемі. '.repeat(250);
    const slow = await runTelegram({
      api: { limits: { perSecond: 30, perChat: 1 } },
      conversation: (store, answerer): Conversation => ({
        ...realConversation(store, answerer),
        ask: async () => ({ replies: [reply('kk', [paragraph(long)])], replace: false, locale: 'kk' }),
      }),
    });
    try {
      const user = slow.api.user(5, 'kk');
      user.says(question);
      const pieces = [await user.next(), await user.next()].map(({ text }) => text);
      expect(pieces.join(' ')).toBe(long.trim());
      expect(slow.api.callsOf('sendMessage').map(({ code }) => code)).toContain(429);
    } finally {
      await slow.close();
    }
  });

  it('sends the plain text when Telegram refuses marks or buttons', async () => {
    run.api.fail('sendMessage', { kind: 'error', code: 400, description: 'Bad Request: BUTTON_URL_INVALID' });
    const [answer] = await answersTo();
    expect(answer).toContain('15 желтоқсанға');
    expect(run.api.callsOf('sendMessage')[1]?.params).not.toHaveProperty('reply_markup');
  });

  it('remembers who blocked the bot and goes on with others', async () => {
    const user = run.api.user(5, 'kk');
    run.api.fail('sendMessage', {
      kind: 'error',
      code: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    user.says(question);
    const other = run.api.user(6, 'kk');
    await run.api.until(() => run.api.callsOf('sendMessage')[0]);
    other.says(question);
    await other.next();
    await run.channel.stop();
    expect((await run.store.people.find('telegram', '5'))?.blockedAt).not.toBeNull();
    expect((await run.store.inbox.depth()).waiting).toBe(0);
  });

  it('finishes a press whose answer came too late for Telegram', async () => {
    const user = run.api.user(5, 'kk');
    user.says('/topics');
    await user.next();
    run.api.fail('answerCallbackQuery', {
      kind: 'error',
      code: 400,
      description: 'Bad Request: query is too old',
    });
    user.presses('Тізбе қашан');
    expect((await user.next()).text).toContain('15 желтоқсанға');
  });

  it('sends anew what Telegram no longer lets it change', async () => {
    const user = run.api.user(5, 'kk');
    user.says('/start');
    const { message } = await user.next();
    message.date -= 50 * 3600;
    user.presses('Русский');
    const changed = await user.next();
    expect(changed.how).toBe('message');
    expect(changed.text).toContain(texts.for('ru')('start.greeting'));
  });

  it('takes a second press of the same button for what it is', async () => {
    const user = run.api.user(5, 'kk');
    user.says('/topics');
    await user.next();
    const { message } = { message: user.messages().at(-1) };
    for (const press of [user.forges('1:tt', message), user.forges('1:tt', message)])
      await user.answerTo(press);
    user.says('/privacy');
    await run.api.until(() => (user.sees().includes(t('privacy.title')) ? true : undefined));
    expect(user.messages()).toHaveLength(2);
    expect(run.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('a failing handler', () => {
  it('is tried three times, apologised for once, and does not stop its chat', async () => {
    let asked = 0;
    const run = await runTelegram({
      conversation: (store, answerer): Conversation => ({
        ...realConversation(store, answerer),
        ask: async () => {
          asked += 1;
          throw new Error('a fault of ours');
        },
      }),
    });
    try {
      const user = run.api.user(5, 'kk');
      user.says(question);
      user.says('/help');
      expect((await user.next()).text).toBe(t('error.general'));
      expect((await user.next()).text).toContain(t('help.title'));
      expect(asked).toBe(3);
      expect((await run.store.inbox.depth()).parked).toBe(1);
    } finally {
      await run.close();
    }
  });
});

describe('a restart', () => {
  it('answers what came while the bot was away, in order and once', async () => {
    const run = await runTelegram();
    try {
      const user = run.api.user(5, 'kk');
      user.says('/start');
      await user.next();
      await run.channel.stop();
      user.says('/privacy');
      user.says(question);
      user.says('/help');
      await run.restart();
      expect((await user.next()).text).toContain(t('privacy.title'));
      expect((await user.next()).text).toContain('15 желтоқсанға');
      expect((await user.next()).text).toContain(t('help.title'));
      await run.api.drained();
      expect(user.unread()).toBe(0);
    } finally {
      await run.close();
    }
  });

  it('keeps the language and lets old buttons work', async () => {
    const run = await runTelegram();
    try {
      const user = run.api.user(5, 'kk');
      user.says('/start');
      await user.next();
      user.presses('Русский');
      await user.next();
      await run.restart();
      user.presses(texts.for('ru')('button.topics'));
      expect((await user.next()).text).toContain('Темы');
    } finally {
      await run.close();
    }
  });

  it('finishes a handler that is running and keeps the rest', async () => {
    let begun: () => void = () => undefined;
    let finish: () => void = () => undefined;
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const gate = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const run = await runTelegram({
      conversation: (store, answerer): Conversation => {
        const real = realConversation(store, answerer);
        return {
          ...real,
          ask: async (...input) => {
            begun();
            await gate;
            return await real.ask(...input);
          },
        };
      },
    });
    try {
      const user = run.api.user(5, 'kk');
      user.says(question);
      await started;
      user.says('/help');
      await run.api.drained();
      const stopped = run.channel.stop();
      finish();
      await stopped;
      expect((await user.next()).text).toContain('15 желтоқсанға');
      expect(user.unread()).toBe(0);
      await run.restart();
      expect((await user.next()).text).toContain(t('help.title'));
    } finally {
      await run.close();
    }
  });
});
