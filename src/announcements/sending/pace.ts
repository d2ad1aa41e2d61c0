import type { Pause } from '../../operations/pause.ts';

/** When the next call may be made, over all announcements. */
export interface Pace {
  /** Waits for the next turn and takes it; `null` when the signal aborted meanwhile. Call what it gives when the call ended. */
  turn(signal: AbortSignal, chat: string): Promise<(() => void) | null>;
  /** A call to the chat was made within the last second: another one now would be refused. */
  tooSoon(chat: string): boolean;
  /** How long nothing may go out yet; 0 when free. */
  heldMs(): number;
  /** Nothing goes out for so long: the channel said so. Longer waits win. */
  hold(ms: number): void;
  /** Slows down a little after a 429; the full rate comes back by itself. */
  ease(): void;
  /** Messages a second from now on. */
  setRate(perSecond: number): void;
}

export interface PaceParts {
  /** Messages a second. */
  readonly rate: number;
  /** Milliseconds that only go forward. */
  readonly monotonic: () => number;
  readonly pause: Pause;
}

/** A second of the channel. */
const second = 1000;
/** So late a call may reach the channel after it was made, unless its answer shows that it was there earlier. */
const onTheWay = 500;
/** What a busy moment held up is made good for so long afterwards. */
const catchUp = 100;
/** After a 429 the rate falls by this part … */
const easedBy = 0.05;
/** … at most to this part of it, and this much comes back each second. */
const leastPart = 0.5;
const regainedPerSecond = 0.005;

interface Made {
  /** When it reached the channel, at the latest. */
  arrived: number;
}

/**
 * Turns are spread evenly, and in any second no more reach the channel than allowed: a turn also waits until the call
 * `rate` turns ago has been there for a second. Even spacing alone fails by a millisecond's jitter every other second,
 * and each 429 then costs a whole one.
 */
export function createPace({ rate: firstRate, monotonic, pause }: PaceParts): Pace {
  let rate = firstRate;
  let heldUntil = 0;
  let nextAt = 0;
  let part = 1;
  let easedAt = monotonic();
  /** The calls of the last second, oldest first. */
  let made: Made[] = [];
  /** When the last of the calls before those of this second arrived. */
  let arrivedBefore = Number.NEGATIVE_INFINITY;
  /** The quickest round trip of late. */
  let quickest = onTheWay;
  /** When chats were last written to, oldest first. */
  const chats = new Map<string, number>();

  const waitFor = (): number => {
    const now = monotonic();
    const before = made.length >= rate ? made[made.length - rate] : undefined;
    // Calls overtake each other: one made earlier may have arrived later.
    if (before !== undefined) arrivedBefore = Math.max(arrivedBefore, before.arrived);
    return Math.max(heldUntil, nextAt, arrivedBefore + second) - now;
  };

  return {
    async turn(signal, chat) {
      for (;;) {
        if (signal.aborted) return null;
        const ms = waitFor();
        if (ms <= 0) break;
        await pause(Math.ceil(ms), signal);
      }
      const now = monotonic();
      part = Math.min(1, part + ((now - easedAt) / second) * regainedPerSecond);
      easedAt = now;
      nextAt = Math.max(nextAt, now - catchUp) + second / (rate * part);
      const call: Made = { arrived: now + onTheWay };
      made.push(call);
      chats.delete(chat);
      chats.set(chat, now);
      for (const [old, at] of chats) {
        if (at > now - second - onTheWay) break;
        chats.delete(old);
      }
      if (made.length > 2 * rate) made = made.slice(-rate);
      return () => {
        const ended = monotonic();
        quickest = Math.min(quickest * 1.01, ended - now);
        // The answer took its half of the quickest round trip at least.
        call.arrived = Math.min(call.arrived, ended - quickest / 2);
      };
    },

    tooSoon: (chat) => monotonic() - (chats.get(chat) ?? Number.NEGATIVE_INFINITY) < second + onTheWay,

    heldMs: () => Math.max(0, heldUntil - monotonic()),

    hold(ms) {
      heldUntil = Math.max(heldUntil, monotonic() + ms);
    },

    ease() {
      part = Math.max(leastPart, part - easedBy);
    },

    setRate(perSecond) {
      if (perSecond === rate) return;
      rate = perSecond;
      made = made.slice(-rate);
    },
  };
}
