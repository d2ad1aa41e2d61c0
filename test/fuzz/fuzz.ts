import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../src/operations/clock.ts';
import { openStore } from '../../src/store/open.ts';
import { seeded } from '../soak/chaos.ts';
import { startFleet } from '../soak/fleet.ts';
import { startBotApi } from '../support/bot-api/server.ts';
import { quiet } from '../support/quiet.ts';
import { fuzzLine } from './lines.ts';
import { type FuzzRequest, fuzzHttp, fuzzUpdate, people } from './requests.ts';
import { marker } from './values.ts';

export interface FuzzFigures {
  readonly requests: number;
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Requests that got no answer, or more than one. */
  readonly unanswered: readonly string[];
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
    const unanswered: string[] = [];
    const note = (answers: readonly number[], request: string): void => {
      const [status = 0] = answers;
      if (answers.length !== 1) unanswered.push(`${answers.join(' ') || 'none'}: ${request}`);
      else statuses[status] = (statuses[status] ?? 0) + 1;
      if (status >= 500) serverErrors.push(`${status} ${request}`);
    };
    let sent = 0;
    const worker = async (): Promise<void> => {
      while (sent < options.count) {
        sent += 1;
        const id = sent;
        const drawn = random();
        const sort = drawn < 0.6 ? 'update' : drawn < 0.95 ? 'request' : 'line';
        if (sort === 'line') {
          const line = fuzzLine(random);
          note(await sendLine(fleet.address(0), line), line.slice(0, 200));
          continue;
        }
        const one = sort === 'update' ? fuzzUpdate(random, id, secret) : fuzzHttp(random);
        const status = await send(fleet.address(0), one);
        note(status === 0 ? [] : [status], `${one.method} ${one.path} ${one.body?.slice(0, 200)}`);
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
      unanswered,
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

/**
 * Node's own client (`fetch` would refuse half of these), each on a line of its own: faulty requests close theirs.
 * 0 = no answer.
 */
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
    const bytes = body === undefined ? undefined : Buffer.from(body.replaceAll('\ud83d"', '\\ud83d"'));
    // Node tells the length of POST and PUT only; without it the body of a DELETE is no part of the request.
    if (bytes !== undefined) outgoing.setHeader('content-length', bytes.length);
    outgoing.end(bytes);
  });
}

/** Writes bytes as they are, which need be no request at all. @returns the statuses of all answers on that connection */
function sendLine(address: string, bytes: string): Promise<number[]> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let answered = '';
    const end = (): void => {
      socket.destroy();
      resolve([...answered.matchAll(/HTTP\/1\.1 (\d{3}) /gu)].map(([, status]) => Number(status)));
    };
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      answered += chunk;
    });
    socket.once('close', end).once('error', end).setTimeout(5000, end);
    socket.end(bytes, 'latin1');
  });
}
