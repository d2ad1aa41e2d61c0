import { request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../src/operations/clock.ts';
import { openStore } from '../../src/store/open.ts';
import { seeded } from '../soak/chaos.ts';
import { startFleet } from '../soak/fleet.ts';
import { startBotApi } from '../support/bot-api/server.ts';
import { quiet } from '../support/quiet.ts';
import { type FuzzRequest, fuzzHttp, fuzzUpdate, people } from './requests.ts';
import { marker } from './values.ts';

export interface FuzzFigures {
  readonly requests: number;
  /** Answers by status; 0 = the connection was closed without one. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly serverErrors: readonly string[];
  /** Updates that were given up: a handler failed three times. */
  readonly parked: number;
  /** Lines of the log with level error or above. */
  readonly errorLines: readonly string[];
  /** What must not be in the log and is. */
  readonly leaks: readonly string[];
  /** The process that was fuzzed still answers a question. */
  readonly alive: boolean;
}

const secret = 'fuzz-secret_of-the-webhook';

/** Sends spoilt updates and requests to the product itself, running as a process, and says what came of them. */
export async function fuzz(options: {
  readonly databaseUrl: string;
  readonly count: number;
  readonly seed: number;
}): Promise<FuzzFigures> {
  const random = seeded(options.seed);
  const api = await startBotApi();
  for (const id of people) api.user(id, 'kk');
  const fleet = await startFleet({
    replicas: 1,
    databaseUrl: options.databaseUrl,
    token: api.token,
    apiRoot: api.root,
    env: {
      BOT_MODE: 'webhook',
      WEBHOOK_URL: 'https://bagdar.example.kz',
      WEBHOOK_SECRET: secret,
      LOG_LEVEL: 'debug',
    },
  });
  try {
    const statuses: Record<string, number> = {};
    const serverErrors: string[] = [];
    let sent = 0;
    const worker = async (): Promise<void> => {
      while (sent < options.count) {
        sent += 1;
        const id = sent;
        const one = random() < 0.6 ? fuzzUpdate(random, id, secret) : fuzzHttp(random);
        const status = await send(fleet.address(0), one);
        statuses[status] = (statuses[status] ?? 0) + 1;
        if (status >= 500)
          serverErrors.push(`${status} ${one.method} ${one.path} ${one.body?.slice(0, 200)}`);
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    const alive = await answersStill(fleet.address(0), api, options.count + 1);
    const parked = await settled(options.databaseUrl);
    await fleet.close();
    const output = fleet.output();
    return {
      requests: sent,
      statuses,
      serverErrors,
      parked,
      errorLines: output.split('\n').filter((line) => /"level":"(error|fatal)"/u.test(line)),
      leaks: [api.token, api.token.slice(-16), secret, marker, '900101350017'].filter((word) =>
        output.includes(word),
      ),
      alive,
    };
  } finally {
    await fleet.close();
    await api.close();
  }
}

/** A sound question after all that, by the same way. */
async function answersStill(
  address: string,
  api: Awaited<ReturnType<typeof startBotApi>>,
  id: number,
): Promise<boolean> {
  const person = api.user(700_001, 'ru');
  const from = { id: person.id, is_bot: false, language_code: 'ru' };
  const chat = { id: person.id, type: 'private' };
  const body = JSON.stringify({
    update_id: id,
    message: { message_id: 1, date: 1_780_000_000, chat, from, text: 'Что такое карта «Ата жолы»?' },
  });
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret };
  if ((await send(address, { method: 'POST', path: '/telegram/webhook', headers, body })) !== 200)
    return false;
  return (await person.next()).text.includes('Ата жолы');
}

/** Updates given up, once all are finished. */
async function settled(databaseUrl: string): Promise<number> {
  const store = await openStore(databaseUrl, { clock: systemClock, logger: quiet, role: 'admin' });
  for (let look = 0; look < 200; look += 1) {
    const { waiting, leased } = await store.inbox.depth();
    if (waiting + leased === 0) break;
    await sleep(100);
  }
  const { waiting, leased, parked } = await store.inbox.depth();
  await store.close();
  return waiting + leased + parked;
}

/** Node's own client (`fetch` would refuse half of these), each on a line of its own: faulty requests close theirs. */
function send(address: string, { method, path, headers, body }: FuzzRequest): Promise<number> {
  return new Promise((resolve) => {
    const outgoing = httpRequest(address, { method, path, agent: false }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? 0));
    });
    for (const [name, value] of Object.entries(headers)) {
      if (value !== '') outgoing.setHeader(name, Buffer.from(value).toString('latin1'));
    }
    outgoing.once('error', () => resolve(0));
    outgoing.end(body === undefined ? undefined : Buffer.from(body.replaceAll('\ud83d"', '\\ud83d"')));
  });
}
