import type { Channel } from './people.ts';

/** A channel that gives no answers, and what people are told instead. */
export interface ChannelOff {
  readonly channel: Channel;
  /** For staff and operators. */
  readonly reason: string;
  /** For people, as authored; `null` = the usual text. */
  readonly banner: { readonly kk: string | null; readonly ru: string | null };
  readonly since: Date;
}

/** Channels switched off by staff. Survives restarts and is seen by every process. */
export interface Switches {
  /** Switches a channel off, or changes the words of one that is. */
  off(change: Omit<ChannelOff, 'since'>): Promise<void>;
  /** False = it was on. */
  on(channel: Channel): Promise<boolean>;
  list(): Promise<readonly ChannelOff[]>;
}
