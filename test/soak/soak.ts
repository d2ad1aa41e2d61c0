import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../src/operations/clock.ts';
import { openStore } from '../../src/store/open.ts';
import { type FakeBotApi, startBotApi } from '../support/bot-api/server.ts';
import { quiet } from '../support/quiet.ts';
import { chaos, seeded } from './chaos.ts';
import { type Ending, type Fleet, startFleet } from './fleet.ts';
import { judge, type Verdict } from './judge.ts';

export interface SoakOptions {
  readonly databaseUrl: string;
  readonly replicas: number;
  readonly people: number;
  /** Times a process is ended in the middle; each is replaced at once. */
  readonly endings: number;
  readonly signal: Ending['signal'];
  /** Telegram fails as on a bad day. */
  readonly faults: boolean;
  readonly hangs?: boolean;
  readonly seed?: number;
  /** Gives up when nothing is answered for so long. */
  readonly patienceMs?: number;
  readonly report?: (line: string) => void;
}

export interface SoakFigures extends Verdict {
  readonly people: number;
  readonly endings: readonly Ending[];
  readonly calls: number;
  readonly faults: number;
  /** Updates not finished in the end. */
  readonly stuck: number;
  readonly parked: number;
  readonly seconds: number;
  /** What the processes wrote. */
  readonly output: string;
}

/** Each has an answer of its own and needs nothing of the one before. */
export const questions = [
  'Қандас мәртебесін алу үшін қандай құжаттар керек?',
  'Как получить карту «Ата жолы»?',
  'Алматыда уақытша тіркелу қалай?',
  'Какой штраф за просрочку регистрации?',
  'Азаматтық алу үшін қайда барамын?',
  'Что такое региональная квота приёма кандасов?',
  'Қандас мәртебесі қанша жылға беріледі?',
  'Где получить ИИН иностранцу?',
  'Сколько дней можно находиться без визы?',
  'Қоныс аударушыларға қандай көмек беріледі?',
] as const;

/** First Telegram id of the people; the one below is asked beforehand to learn the answers. */
const firstId = 500_001;
/** Questions asked and not answered yet, at most: a spike, not the whole load at once. */
const window = 1_500;

/** Asks the product itself, in real processes that are ended in the middle, and says what became of every question. */
export async function soak(options: SoakOptions): Promise<SoakFigures> {
  const { people, endings, report = () => undefined } = options;
  const random = seeded(options.seed ?? 20_260_701);
  const fail = chaos(random, options.hangs ?? false);
  let calm = true;
  const api = await startBotApi({
    chaos: (method) => (calm || !options.faults ? undefined : fail(method)),
  });
  let fleet: Fleet | undefined;
  try {
    fleet = await startFleet({
      replicas: options.replicas,
      databaseUrl: options.databaseUrl,
      token: api.token,
      apiRoot: api.root,
    });
    const expected = await learn(api);
    calm = false;
    const ids = Array.from({ length: people }, (_, index) => firstId + index);
    const total = people * questions.length;
    const started = performance.now();
    const [from, before] = [api.calls.length, api.calls.filter(failed).length];
    const answered = countAnswers(api, ids, expected);
    const ask = feeder(api, ids);
    // Each ending meets a part of the questions of its own: what was asked before, and what is asked meanwhile.
    const part = total / (endings + 1);
    let ended = 0;
    let replacing: Promise<void> | undefined;
    let seen = { count: 0, at: performance.now() };
    while (answered() < total || replacing !== undefined) {
      ask(Math.min(answered() + window, Math.ceil(part * (ended + 1))));
      if (ended < endings && replacing === undefined && answered() >= part * (ended + 0.6)) {
        const victim = options.signal === 'SIGTERM' ? ended : Math.floor(random() * options.replicas);
        ended += 1;
        report(`${options.signal} ${ended}: ${answered()} of ${total} answered`);
        replacing = fleet.replace(victim % options.replicas, options.signal).finally(() => {
          replacing = undefined;
        });
      }
      await sleep(20);
      if (answered() > seen.count || replacing !== undefined) {
        seen = { count: answered(), at: performance.now() };
      }
      if (performance.now() - seen.at > (options.patienceMs ?? 60_000)) break;
    }
    const seconds = (performance.now() - started) / 1000;
    // What is done twice comes after: a moment for repeats that are on their way.
    await sleep(1_500);
    const { waiting, leased, parked } = await depth(options.databaseUrl);
    const verdict = judge({
      calls: api.calls.slice(from),
      people: ids,
      expected,
      killed: new Set(fleet.endings.filter(({ signal }) => signal === 'SIGKILL').map(({ via }) => via)),
    });
    await fleet.close();
    return {
      ...verdict,
      people,
      endings: fleet.endings,
      calls: api.calls.length - from,
      faults: api.calls.filter(failed).length - before,
      stuck: waiting + leased,
      parked,
      seconds,
      output: fleet.output(),
    };
  } finally {
    await fleet?.close();
    await api.close();
  }
}

/** Ended in anything but Telegram's answer. */
const failed = ({ code }: { readonly code: number }): boolean => code !== 200;

/** The answers as they are when all is well, asked one by one. */
async function learn(api: FakeBotApi): Promise<readonly string[]> {
  const person = api.user(firstId - 1, 'kk');
  const answers: string[] = [];
  for (const question of questions) {
    person.says(question);
    answers.push((await person.next()).text);
    // A second part of an answer would be taken for the answer to the next question.
    await sleep(200);
  }
  if (new Set(answers).size !== questions.length || person.unread() > 0) {
    throw new Error('the questions of the soak must have one answer each, all different');
  }
  return answers;
}

/** How many questions have an answer. */
function countAnswers(api: FakeBotApi, ids: readonly number[], expected: readonly string[]): () => number {
  const known = new Set(expected);
  const asked = new Set(ids);
  const given = new Set<string>();
  let read = api.calls.length;
  const waiting: number[] = [];
  return () => {
    for (; read < api.calls.length; read += 1) waiting.push(read);
    // Calls in hand are looked at again: their effect is known only when they end.
    const still: number[] = [];
    for (const at of waiting.splice(0)) {
      const call = api.calls[at];
      if (call === undefined || call.method !== 'sendMessage') continue;
      const { chat_id: chat, text } = call.params;
      if (!call.effect) {
        if (call.code === 0) still.push(at);
      } else if (asked.has(Number(chat)) && known.has(String(text))) given.add(`${chat} ${text}`);
    }
    waiting.push(...still);
    return given.size;
  };
}

/** Lets people ask, in bursts: several questions of one person are on their way at once, mixed with those of neighbours. */
function feeder(api: FakeBotApi, ids: readonly number[]): (upTo: number) => void {
  const neighbours = 40;
  const order: [number, string][] = [];
  for (let from = 0; from < ids.length; from += neighbours) {
    const near = ids.slice(from, from + neighbours);
    for (const question of questions) for (const id of near) order.push([id, question]);
  }
  const users = new Map(ids.map((id) => [id, api.user(id, 'kk')]));
  let asked = 0;
  return (upTo) => {
    for (; asked < Math.min(upTo, order.length); asked += 1) {
      const [id, question] = order[asked] as [number, string];
      users.get(id)?.says(question);
    }
  };
}

async function depth(databaseUrl: string): Promise<{ waiting: number; leased: number; parked: number }> {
  const store = await openStore(databaseUrl, { clock: systemClock, logger: quiet, role: 'admin' });
  try {
    // The last answers may still be settled.
    for (let look = 0; ; look += 1) {
      const found = await store.inbox.depth();
      if (found.waiting + found.leased === 0 || look === 40) return found;
      await sleep(500);
    }
  } finally {
    await store.close();
  }
}
