import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeliveryOutcome } from '../../src/delivery/courier.ts';
import { heading, paragraph, reply } from '../../src/messages/build.ts';
import { createTelegramCourier, type TelegramCourier } from '../../src/telegram/courier.ts';
import type { Fault } from '../support/bot-api/faults.ts';
import { type FakeBotApi, startBotApi } from '../support/bot-api/server.ts';
import { texts } from '../support/texts.ts';

let api: FakeBotApi;
let courier: TelegramCourier;
beforeAll(async () => {
  api = await startBotApi();
  api.user(1);
  courier = createTelegramCourier({ token: api.token, apiRoot: api.root, texts, callSeconds: 1 });
});
afterAll(() => api.close());

const short = reply('ru', [paragraph('Напоминание')]);
const deliver = (): Promise<DeliveryOutcome> => courier.deliver({ channel: 'telegram', id: '1' }, short);
const failing = async (fault: Fault): Promise<DeliveryOutcome> => {
  api.fail('sendMessage', fault);
  return await deliver();
};
const error = (code: number, description: string): Fault => ({ kind: 'error', code, description });

describe('a delivery by Telegram', () => {
  it('gives the ids of its messages', async () => {
    const id = api.state.nextMessage;
    expect(await deliver()).toEqual({ type: 'delivered', value: [String(id)] });
  });

  it.each([
    [error(403, 'Forbidden: bot was blocked by the user'), 'blocked'],
    [error(403, 'Forbidden: user is deactivated'), 'deactivated'],
    [error(400, 'Bad Request: chat not found'), 'chat_not_found'],
    [error(400, "Bad Request: can't parse entities"), 'refused'],
    [error(400, "Bad Request: message can't be edited"), 'too_old'],
  ])('that is refused says why: %o is %s', async (fault, reason) => {
    expect(await failing(fault)).toMatchObject({ type: 'failed', reason });
  });

  it('that meets a 429 is to be tried after as long as Telegram says', async () => {
    expect(await failing({ kind: 'flood', retryAfter: 7 })).toEqual({
      type: 'later',
      afterMs: 7000,
      why: 'flood',
    });
  });

  it.each<[string, Fault]>([
    ['a server error', error(500, 'Internal Server Error')],
    ['a proxy’s page', { kind: 'page', status: 502 }],
    ['a line cut before it took effect', { kind: 'cut', when: 'before' }],
    ['a line cut after it took effect', { kind: 'cut', when: 'after' }],
    ['no answer in time', { kind: 'hang' }],
  ])('that ends in %s is unclear', async (_name, fault) => {
    expect(await failing(fault)).toMatchObject({ type: 'unclear' });
  });

  it('with a refused token waits for the operator', async () => {
    expect(await failing(error(401, 'Unauthorized'))).toMatchObject({ type: 'later', why: 'token' });
  });

  it('that reached nobody surely was not sent', async () => {
    const closed = await startBotApi();
    await closed.close();
    const nobody = createTelegramCourier({ token: api.token, apiRoot: closed.root, texts });
    const outcome = await nobody.deliver({ channel: 'telegram', id: '1' }, short);
    expect(outcome).toMatchObject({ type: 'later', why: 'not_sent' });
  });

  it('of which only the first part went out is unclear: repeated, that part would be doubled', async () => {
    const long = reply('ru', [heading('Часть'), paragraph('а '.repeat(3000))]);
    api.fail('sendMessage', { kind: 'slow', ms: 0 });
    api.fail('sendMessage', { kind: 'flood', retryAfter: 1 });
    const outcome = await courier.deliver({ channel: 'telegram', id: '1' }, long);
    expect(outcome).toMatchObject({ type: 'unclear' });
  });

  it('in quiet hours makes no sound', async () => {
    await courier.deliver({ channel: 'telegram', id: '1' }, short, { silent: true });
    expect(api.callsOf('sendMessage').at(-1)?.params.disable_notification).toBe(true);
  });
});
