import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinConversation } from '../../src/app/conversation.ts';
import type { Conversation } from '../../src/conversation/conversation.ts';
import { createCore } from '../../src/core.ts';
import { createLogger } from '../../src/operations/logger.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { manualClock } from '../support/clock.ts';

const clock = manualClock();
const core = createCore({ clock });
let store: Store;
let conversation: Conversation;
beforeAll(async () => {
  store = await openStore('sqlite::memory:', { clock, logger: createLogger({ level: 'silent' }) });
  conversation = joinConversation({ questionRetentionDays: 90 }, { current: () => core }, store, clock);
});
afterAll(() => store.close());

const bodies = async (id: string): Promise<string> => {
  const turn = await conversation.ask({ channel: 'web', id }, 'адрес миграционной службы');
  return JSON.stringify(turn.replies);
};

describe('a region', () => {
  it('is remembered only when the person presses the button, and shown from then on', async () => {
    const id = 'remembers';
    await conversation.ask({ channel: 'web', id }, 'Актау');
    clock.advance(3 * 60 * 60 * 1000);
    expect(await bodies(id)).not.toContain('Мангистауской');
    await conversation.press({ channel: 'web', id }, { do: 'region', code: 'KZ-47' });
    clock.advance(3 * 60 * 60 * 1000);
    expect(await bodies(id)).toContain('Мангистауской');
  });

  it('is forgotten with the topic', async () => {
    const id = 'forgets';
    await conversation.press({ channel: 'web', id }, { do: 'region', code: 'KZ-47' });
    await conversation.press({ channel: 'web', id }, { do: 'clear_context' });
    expect((await store.people.arrive('web', id)).region).toBeNull();
  });
});

describe('a chosen language', () => {
  it('stays after everything else has changed', async () => {
    const person = { channel: 'telegram', id: '77' } as const;
    await conversation.press(person, { do: 'language', locale: 'kk-Arab' });
    await conversation.ask(person, 'какие документы на кандаса');
    expect(await conversation.localeOf(person, { locale: 'ru' })).toBe('kk-Arab');
  });
});

describe('feedback', () => {
  it('is taken from the person who asked, and from nobody else', async () => {
    const person = { channel: 'web', id: 'asker' } as const;
    const turn = await conversation.ask(person, 'қандас мәртебесіне қандай құжат керек?');
    const action = turn.replies[0]?.buttons
      .flat()
      .flatMap((button) => ('action' in button && button.action.do === 'feedback' ? [button.action] : []))[0];
    expect(action).toBeDefined();
    if (action === undefined) return;
    expect((await conversation.press(person, action)).notice).toContain('Рахмет');
    expect((await conversation.press({ channel: 'web', id: 'other' }, action)).notice).toContain('/topics');
  });
});

describe('a flood of questions', () => {
  it('is answered politely once, then not at all', async () => {
    const person = { channel: 'web', id: 'flood' } as const;
    const said: number[] = [];
    for (let index = 0; index < 33; index += 1)
      said.push((await conversation.ask(person, 'сәлем')).replies.length);
    expect(said.slice(0, 31).every((count) => count === 1)).toBe(true);
    expect(said.slice(31)).toEqual([0, 0]);
  });
});
