import { Refusal } from './state.ts';

export interface RateLimits {
  /** Messages a second to all chats together. */
  readonly perSecond: number;
  /** Messages a second to one chat. */
  readonly perChat: number;
}

/** Counts messages in seconds that slide; the one too many is refused with 429, as Telegram does. */
export function createRate(limits: RateLimits | undefined, now: () => number): (chat: number) => void {
  const times: { readonly chat: number; readonly at: number }[] = [];
  return (chat) => {
    if (limits === undefined) return;
    const at = now();
    while (times[0] !== undefined && times[0].at <= at - 1000) times.shift();
    const here = times.filter((one) => one.chat === chat).length;
    if (times.length >= limits.perSecond || here >= limits.perChat) {
      throw new Refusal(429, 'Too Many Requests: retry after 1', { retry_after: 1 });
    }
    times.push({ chat, at });
  };
}
