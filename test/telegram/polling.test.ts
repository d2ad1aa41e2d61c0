import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { poll } from '../../src/telegram/polling.ts';
import { type FakeBotApi, startBotApi } from '../support/bot-api/server.ts';
import { keepingLog } from '../support/quiet.ts';

let api: FakeBotApi;
let stop: AbortController;
beforeEach(async () => {
  api = await startBotApi();
  stop = new AbortController();
});
afterEach(async () => {
  stop.abort();
  await api.close();
});

/** Polling with waits that only count; `accepted` is what reached the sink. */
function polling(accept?: (updates: readonly unknown[]) => Promise<void>) {
  const log = keepingLog();
  const accepted: unknown[] = [];
  const waits: number[] = [];
  const states: string[] = [];
  const end = poll(
    {
      token: api.token,
      apiRoot: api.root,
      sink: {
        accept:
          accept ??
          (async (updates) => {
            accepted.push(...updates);
          }),
      },
      logger: log,
      holdSeconds: 5,
      random: () => 0.5,
      pause: async (ms) => {
        waits.push(ms);
        await new Promise((resolve) => setTimeout(resolve, 1));
      },
      onUp: () => states.push('up'),
      onDown: (reason) => states.push(reason),
    },
    stop.signal,
  );
  return { log, accepted, waits, states, end };
}

describe('polling', () => {
  it('acknowledges updates only after they are stored', async () => {
    api.user(1).says('бір');
    let tries = 0;
    const { end } = polling(async () => {
      tries += 1;
      if (tries === 1) throw new Error('the database is away');
    });
    await api.drained();
    stop.abort();
    await end;
    expect(tries).toBeGreaterThanOrEqual(2);
  });

  it('asks for the updates it handles and no others', async () => {
    const { end } = polling();
    const call = await api.until(() => api.callsOf('getUpdates')[0]);
    expect(call.params.allowed_updates).toEqual([
      'message',
      'edited_message',
      'callback_query',
      'inline_query',
      'my_chat_member',
    ]);
    stop.abort();
    await end;
  });

  it('says once that another program polls, backs off further each time, and goes on', async () => {
    api.fail(
      'getUpdates',
      { kind: 'error', code: 409, description: 'Conflict: terminated by other getUpdates request' },
      3,
    );
    const { log, waits, end, states } = polling();
    await api.until(() => (api.callsOf('getUpdates').length > 3 ? true : undefined));
    stop.abort();
    await end;
    expect(log.lines.filter(({ message }) => message.includes('another program'))).toHaveLength(1);
    expect(waits).toEqual([2000, 4000, 8000]);
    expect(states[0]).toContain('another program');
  });

  it('removes a webhook that is in the way', async () => {
    api.state.webhook = { url: 'https://old.example' };
    api.user(1).says('бір');
    const { end } = polling();
    await api.drained();
    stop.abort();
    await end;
    expect(api.state.webhook).toBeNull();
  });

  it('stops with one clear line when the token is revoked', async () => {
    api.revoke();
    const { end, log, states } = polling();
    expect(await end).toBe('token');
    expect(log.lines.map(({ message }) => message)).toEqual([expect.stringContaining('BOT_TOKEN')]);
    expect(JSON.stringify(log.lines)).not.toContain(api.token.split(':')[1]);
    expect(states[0]).toContain('BOT_TOKEN');
  });

  it('outlives pages, cut lines and floods', async () => {
    api.fail('getUpdates', { kind: 'page', status: 502 });
    api.fail('getUpdates', { kind: 'cut', when: 'after' });
    api.fail('getUpdates', { kind: 'flood', retryAfter: 7 });
    api.user(1).says('бір');
    const { accepted, waits, end } = polling();
    await api.drained();
    stop.abort();
    await end;
    expect(accepted.length).toBeGreaterThanOrEqual(1);
    expect(waits).toEqual([1000, 2000, 7000]);
  });

  it('acknowledges updates that nobody can read', async () => {
    api.push({ message: 'nonsense' });
    api.push({});
    const { end } = polling();
    await api.drained();
    stop.abort();
    await end;
    expect(api.state.updates).toEqual([]);
  });

  it('ends at once when it is stopped while waiting for updates', async () => {
    const { end } = polling();
    await api.until(() => api.callsOf('getUpdates')[0]);
    stop.abort();
    expect(await end).toBe('stopped');
  });
});
