import type { Fault } from '../support/bot-api/faults.ts';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How often Telegram fails, in calls of a thousand. */
const perThousand: readonly (readonly [number, Fault])[] = [
  [8, { kind: 'flood', retryAfter: 1 }],
  [4, { kind: 'error', code: 500, description: 'Internal Server Error' }],
  [4, { kind: 'page', status: 502 }],
  [2, { kind: 'page', status: 504, when: 'after' }],
  [4, { kind: 'cut', when: 'before' }],
  [4, { kind: 'cut', when: 'after' }],
  [10, { kind: 'slow', ms: 300 }],
];

/** Faults as Telegram and the way to it show them on a bad day. Hanging calls hold a chat for the whole time limit, so they are rarer. */
export function chaos(random: () => number, hangs: boolean): (method: string) => Fault | undefined {
  return (method) => {
    if (hangs && method === 'sendMessage' && random() < 0.000_2) return { kind: 'hang' };
    let drawn = random() * 1000;
    for (const [rate, fault] of perThousand) {
      drawn -= rate;
      if (drawn < 0) return fault;
    }
    return undefined;
  };
}
