import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPace } from '../../src/announcements/sending/pace.ts';

/** A pace in a time of its own; calls reach the channel and come back after delays drawn from a list. */
function simulation(rate: number) {
  let now = 1000;
  const ends: { at: number; end: () => void }[] = [];
  const passTo = (moment: number): void => {
    for (const one of ends.filter(({ at }) => at <= moment).sort((a, b) => a.at - b.at)) {
      now = Math.max(now, one.at);
      one.end();
      ends.splice(ends.indexOf(one), 1);
    }
    now = moment;
  };
  const pace = createPace({
    rate,
    monotonic: () => now,
    pause: async (ms) => passTo(now + ms),
  });
  const signal = new AbortController().signal;
  return {
    pace,
    now: () => now,
    passTo,
    /** Makes calls one after another; returns when each reached the channel. */
    async calls(delays: readonly { there: number; back: number }[]): Promise<number[]> {
      const arrivals: number[] = [];
      for (const [index, { there, back }] of delays.entries()) {
        const ended = await pace.turn(signal, String(index));
        arrivals.push(now + there);
        ends.push({ at: now + there + back, end: () => ended?.() });
      }
      return arrivals.sort((a, b) => a - b);
    },
  };
}

const most = (arrivals: readonly number[]): number =>
  Math.max(...arrivals.map((from) => arrivals.filter((at) => at >= from && at < from + 1000).length));

const delays = (count: number, there: number, back = there) =>
  Array.from({ length: count }, () => ({ there, back }));

describe('the pace', () => {
  it('never lets more than the rate arrive in any second, whatever the way takes', async () => {
    const way = fc.record({ there: fc.nat(120), back: fc.nat(120) });
    await fc.assert(
      fc.asyncProperty(fc.array(way, { minLength: 100, maxLength: 150 }), async (drawn) => {
        // An answer's way back takes at least half of the quickest round trip only when ways are alike.
        const alike = drawn.map(({ there, back }) => ({ there, back: Math.max(back, 60) }));
        expect(most(await simulation(30).calls(alike))).toBeLessThanOrEqual(30);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps 99 % of the rate over a quick line and 95 % over a slow one', async () => {
    for (const [there, share] of [
      [2, 0.99],
      [50, 0.95],
    ] as const) {
      const arrivals = await simulation(30).calls(delays(600, there));
      const seconds = ((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)) / 1000;
      expect(599 / seconds / 30).toBeGreaterThanOrEqual(share);
    }
  });

  it('spreads messages evenly instead of sending a second’s worth at once', async () => {
    const arrivals = await simulation(30).calls(delays(60, 1));
    const inFirstTenth = arrivals.filter((at) => at < (arrivals[0] ?? 0) + 100).length;
    expect(inFirstTenth).toBeLessThan(9);
  });

  it('holds everything for as long as the channel asks, and the longest wait wins', async () => {
    const { pace, calls, now } = simulation(30);
    await calls(delays(3, 1));
    const asked = now();
    pace.hold(5000);
    pace.hold(1000);
    const [next] = await calls(delays(1, 0));
    expect(next).toBeGreaterThanOrEqual(asked + 5000);
  });

  it('is a little slower after a 429 and comes back by itself', async () => {
    const { pace, calls, passTo, now } = simulation(20);
    for (let times = 0; times < 4; times += 1) pace.ease();
    const seconds = (arrivals: readonly number[]) => ((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)) / 1000;
    expect(39 / seconds(await calls(delays(40, 1)))).toBeLessThan(18);
    passTo(now() + 60_000);
    expect(99 / seconds(await calls(delays(100, 1)))).toBeGreaterThan(19);
  });

  it('knows chats that were written to within the second', async () => {
    const { pace, calls, passTo, now } = simulation(30);
    await calls(delays(1, 1));
    expect(pace.tooSoon('0')).toBe(true);
    expect(pace.tooSoon('1')).toBe(false);
    passTo(now() + 1500);
    expect(pace.tooSoon('0')).toBe(false);
  });
});
