import { setTimeout as sleep } from 'node:timers/promises';
import { questions } from '../soak/soak.ts';
import { outsider, type Site } from './outside.ts';
import type { Telegram } from './telegram.ts';

/** What became of the questions that were asked while something happened. */
export interface FlowFigures {
  readonly asked: number;
  readonly answeredOnce: number;
  readonly doubled: number;
  readonly unanswered: number;
  /** Answers of the proxy that a visitor would have seen as a fault. */
  readonly faults: readonly string[];
}

export interface Flow {
  /** Nobody begins another question; resolves when what was asked is answered, or surely will not be. */
  end(): Promise<FlowFigures>;
}

/** Between two questions of one person: the limit is 30 a minute. */
const paceMs = 2_100;
/** How long an answer may take before it counts as lost. */
const patienceMs = 60_000;
/** Questions of one visit: the history keeps 25 with their answers. */
const visit = 20;

/** People in Telegram who ask one question after another, each when the one before is answered. */
export function askInTelegram({ api }: Telegram, people: number, firstId: number): Flow {
  const stop = new AbortController();
  const counts: number[] = [];
  const ask = async (id: number): Promise<void> => {
    const user = api.user(id, 'kk');
    const answers = (): number => user.messages().filter(({ fromBot }) => fromBot).length;
    await untilStopped(stop.signal, (id % 50) * (paceMs / 50));
    for (let at = id; !stop.signal.aborted; at += 1) {
      const before = answers();
      user.says(`${questions[at % questions.length]}`);
      const end = performance.now() + patienceMs;
      while (answers() === before && performance.now() < end) await sleep(20);
      // A second answer would follow at once.
      await sleep(paceMs);
      counts.push(answers() - before);
    }
  };
  const all = Promise.all(Array.from({ length: people }, (_, index) => ask(firstId + index)));
  return {
    async end() {
      stop.abort();
      await all;
      return figures(counts, []);
    },
  };
}

/**
 * Visitors of the web chat who do the same. Each sends a question once, as the page does, and tries no second time.
 * @param from addresses to come from, in turn: one address may send 120 questions a minute
 */
export function askOnTheWeb(site: Site, visitors: number, from: readonly (string | undefined)[]): Flow {
  const stop = new AbortController();
  const counts: number[] = [];
  const faults: string[] = [];
  const once = async (address: string | undefined): Promise<void> => {
    const visitor = outsider(site, address);
    const asked: string[] = [];
    while (!stop.signal.aborted && asked.length < visit) {
      // The number makes each question one of its own; it changes no answer.
      const text = `${questions[asked.length % questions.length]} ${asked.length + 1}`;
      asked.push(text);
      const answer = await visitor.post('/api/messages', JSON.stringify({ text })).catch(String);
      if (typeof answer === 'string') faults.push(answer);
      else if (answer.status !== 200) faults.push(`status ${answer.status}`);
      await untilStopped(stop.signal, paceMs);
    }
    const { messages } = JSON.parse((await visitor.get('/api/history')).body) as {
      messages: { author: string; text?: string }[];
    };
    for (const text of asked) {
      const answered = messages.filter(
        (message, at) => message.text === text && messages[at + 1]?.author === 'bot',
      );
      counts.push(answered.length);
    }
  };
  const ask = async (index: number): Promise<void> => {
    await untilStopped(stop.signal, (index % 20) * (paceMs / 20));
    while (!stop.signal.aborted) await once(from[index % from.length]);
  };
  const all = Promise.all(Array.from({ length: visitors }, (_, index) => ask(index)));
  return {
    async end() {
      stop.abort();
      await all;
      return figures(counts, faults);
    },
  };
}

async function untilStopped(signal: AbortSignal, ms: number): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

function figures(counts: readonly number[], faults: readonly string[]): FlowFigures {
  return {
    asked: counts.length,
    answeredOnce: counts.filter((count) => count === 1).length,
    doubled: counts.filter((count) => count > 1).length,
    unanswered: counts.filter((count) => count === 0).length,
    faults,
  };
}
