import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FakeBotApi, startBotApi } from '../support/bot-api/server.ts';
import type { Outsider } from './outside.ts';

/** Updates on their way at once, as Telegram's `max_connections` allows by default. */
const atOnce = 40;

/** Telegram as a deployed bot sees it: the Bot API, and updates that come in through the webhook. */
export interface Telegram {
  readonly api: FakeBotApi;
  /** What came instead of 200, and from whom; each delivery is tried again as Telegram does. */
  readonly refused: readonly string[];
  /** From now on updates are delivered. */
  deliver(outside: Outsider): void;
  close(): Promise<void>;
}

/** @param port where containers reach the Bot API, on every address of this machine */
export async function startTelegram(port: number): Promise<Telegram> {
  const api = await startBotApi();
  // Higher than in any earlier run: a composition that was kept knows those as repeats.
  api.state.nextUpdate = Math.floor(Date.now() / 1000);
  const inner = Number(new URL(api.root).port);
  // The fake listens on loopback only; containers come from a network of their own.
  const door = createServer((from) => {
    const to = connect(inner, '127.0.0.1');
    from.pipe(to).pipe(from);
    from.on('error', () => to.destroy());
    to.on('error', () => from.destroy());
  });
  await new Promise<void>((resolve) => door.listen(port, '0.0.0.0', resolve));
  const refused: string[] = [];
  let open = true;
  let underway = 0;

  const send = async (outside: Outsider, update: unknown): Promise<void> => {
    for (let pause = 100; open; pause = Math.min(pause * 2, 2_000)) {
      const secret = String(api.state.webhook?.secret_token ?? '');
      const answer = await outside
        .post('/telegram/webhook', JSON.stringify(update), { 'x-telegram-bot-api-secret-token': secret })
        .catch(String);
      if (typeof answer !== 'string' && answer.status === 200) return;
      // A bot's refusal has no body.
      if (typeof answer === 'string') refused.push(answer);
      else refused.push(`${answer.status} of ${answer.body === '' ? 'a bot' : 'the proxy'}`);
      await sleep(pause);
    }
  };
  return {
    api,
    refused,
    deliver(outside) {
      const take = async (): Promise<void> => {
        while (open) {
          while (underway < atOnce) {
            const update = api.state.updates.shift();
            if (update === undefined) break;
            underway += 1;
            void send(outside, update).finally(() => {
              underway -= 1;
            });
          }
          await sleep(5);
        }
      };
      void take();
    },
    async close() {
      open = false;
      door.close();
      await api.close();
    },
  };
}
