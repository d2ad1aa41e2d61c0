import type { Channel } from './people.ts';

/** An update as it came from outside, to be stored before it is acknowledged. */
export interface IncomingUpdate {
  readonly channel: Channel;
  /** Unique in the channel; repeated ones are ignored. */
  readonly updateId: string;
  /** Order within the chat; Telegram's update id, or milliseconds on the web. */
  readonly position: number;
  /** Updates of one chat are handled one after another. */
  readonly chat: string;
  /** External id of the sender, so that their data can be deleted. */
  readonly sender: string | null;
  /** Any JSON. */
  readonly payload: unknown;
}

/** An update in hand. */
export interface ClaimedUpdate extends IncomingUpdate {
  readonly seq: number;
  /** Who claimed it. */
  readonly owner: string;
  /** 1 at the first try. Together with `seq` and `owner` it names this claim. */
  readonly attempts: number;
  readonly receivedAt: Date;
  readonly leaseUntil: Date;
}

export interface InboxDepth {
  readonly waiting: number;
  readonly leased: number;
  readonly parked: number;
  /** When the oldest unfinished update came; `null` = none. */
  readonly oldest: Date | null;
}

/** The durable queue of updates: exactly one in hand per chat, in order; any number of chats at once. */
export interface Inbox {
  /** Stores updates in one write and returns how many were new. When it resolves, they survive a kill. */
  store(updates: readonly IncomingUpdate[]): Promise<number>;
  /**
   * Takes up to `limit` updates, the first of each chat that has none in hand, oldest first. A claim whose
   * lease ran out (its process died) is taken over; one that died `maxAttempts` times is parked.
   */
  claim(options: {
    readonly owner: string;
    readonly limit: number;
    readonly leaseMs: number;
    readonly maxAttempts?: number;
  }): Promise<readonly ClaimedUpdate[]>;
  /** Keeps a claim; false = it was lost to somebody else, stop working on it. */
  extend(claim: ClaimedUpdate, leaseMs: number): Promise<boolean>;
  /** Finished: the payload and who sent it are wiped, the id stays to recognise repeats. False = claim was lost. */
  done(claim: ClaimedUpdate): Promise<boolean>;
  /** Several finished at once, in one write. Returns how many claims were still ours. */
  doneAll(claims: readonly ClaimedUpdate[]): Promise<number>;
  /**
   * A try failed: the update waits `delayMs` and blocks its chat till then, or after `maxAttempts` (3)
   * tries is parked with its reason and the chat goes on.
   */
  fail(
    claim: ClaimedUpdate,
    reason: string,
    options?: { readonly delayMs?: number; readonly maxAttempts?: number },
  ): Promise<'waiting' | 'parked' | 'lost'>;
  /** Gives an update up at once, with its reason. */
  park(claim: ClaimedUpdate, reason: string): Promise<boolean>;
  /** Frees what this owner holds, at a graceful stop, without counting a try. Returns how many. */
  release(owner: string): Promise<number>;
  depth(): Promise<InboxDepth>;
  /** Why updates were given up, the most frequent reasons first. */
  parkedReasons(limit: number): Promise<readonly { readonly reason: string; readonly count: number }[]>;
  /** Forgets finished and parked updates that ended before the moment. Keep at least a day: Telegram repeats for 24 hours. */
  purge(before: Date): Promise<number>;
}
