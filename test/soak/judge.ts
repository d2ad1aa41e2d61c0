import type { Call } from '../support/bot-api/server.ts';

/** What became of the questions, from what Telegram saw. */
export interface Verdict {
  readonly questions: number;
  readonly answeredOnce: number;
  /** Answered twice although nothing excuses it. */
  readonly doubled: number;
  /** Answered twice because Telegram took the first answer but its word was lost (cut line, error page, no word in time). */
  readonly doubledUnclear: number;
  /** Answered twice because the process was killed between Telegram's word and the write that remembers it. */
  readonly doubledByKill: number;
  readonly unanswered: number;
  /** Chats with an answer before its turn. */
  readonly outOfOrder: number;
  /** Messages that are no answer to any question asked: apologies, refusals. */
  readonly other: number;
}

export interface Evidence {
  readonly calls: readonly Call[];
  readonly people: readonly number[];
  /** The messages that answer the questions, in order, each different. */
  readonly expected: readonly string[];
  /** Processes that were killed, as their calls name them. */
  readonly killed: ReadonlySet<string>;
}

export function judge({ calls, people, expected, killed }: Evidence): Verdict {
  const sends = new Map<number, Call[]>(people.map((id) => [id, []]));
  for (const call of calls) {
    if (call.method === 'sendMessage' && call.effect) sends.get(Number(call.params.chat_id))?.push(call);
  }
  // Sent once by a process that was then killed, and again by another: it died before it remembered.
  const died = (before: Call, after: Call): boolean => killed.has(before.via) && after.via !== before.via;
  let [once, doubled, unclear, byKill, unanswered, outOfOrder, other] = [0, 0, 0, 0, 0, 0, 0];
  for (const chat of sends.values()) {
    const answers: Call[][] = expected.map(() => []);
    let reached = -1;
    let ordered = true;
    for (const call of chat) {
      const at = expected.indexOf(String(call.params.text));
      if (at === -1) {
        other += 1;
        continue;
      }
      if (at < reached || at > reached + 1) ordered = false;
      reached = Math.max(reached, at);
      answers[at]?.push(call);
    }
    if (!ordered) outOfOrder += 1;
    for (const given of answers) {
      if (given.length === 0) unanswered += 1;
      else if (given.length === 1) once += 1;
      else if (repeats(given).every(([before]) => before.code !== 200)) unclear += 1;
      else if (repeats(given).every(([before, after]) => before.code !== 200 || died(before, after))) {
        byKill += 1;
      } else doubled += 1;
    }
  }
  return {
    questions: people.length * expected.length,
    answeredOnce: once,
    doubled,
    doubledUnclear: unclear,
    doubledByKill: byKill,
    unanswered,
    outOfOrder,
    other,
  };
}

function repeats(given: readonly Call[]): [Call, Call][] {
  return given.slice(1).map((after, index) => [given[index] as Call, after]);
}
