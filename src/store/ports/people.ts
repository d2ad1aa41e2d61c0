import type { Locale, Script } from '../../language/locale.ts';

export const channels = ['telegram', 'web'] as const;
export type Channel = (typeof channels)[number];

/** What is remembered about how to answer a person. */
export interface Preferences {
  readonly locale: Locale | null;
  /** The script the person writes in; may differ from the interface. */
  readonly script: Script | null;
  /** ISO 3166-2 code of a region of Kazakhstan. */
  readonly region: string | null;
  /** ISO 3166-1 alpha-2 code of the country the person moves from. */
  readonly country: string | null;
}
export type PreferenceName = keyof Preferences;

export interface Person extends Preferences {
  /** Our own random id; safe in logs. */
  readonly id: string;
  readonly channel: Channel;
  /** Telegram user id, or the web session's random id. Never logged. */
  readonly externalId: string;
  /** Preferences the person chose, as opposed to those noticed from what they wrote. */
  readonly chosen: readonly PreferenceName[];
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  /** Since when the person blocks the bot; `null` = reachable. */
  readonly blockedAt: Date | null;
}

export interface People {
  /** The person behind an id of a channel, made on first sight. Notes the visit (to ten minutes) and lifts a block. */
  arrive(channel: Channel, externalId: string): Promise<Person>;
  /** Without making one or noting a visit. */
  find(channel: Channel, externalId: string): Promise<Person | null>;
  byId(id: string): Promise<Person | null>;
  /**
   * Remembers preferences. What the person chose is never overwritten by what was noticed; `null` forgets
   * a preference and that it was chosen.
   */
  prefer(id: string, changes: Partial<Preferences>, by: 'choice' | 'notice'): Promise<Person | null>;
  /** The person cannot be reached: they blocked the bot or deleted their account. */
  block(id: string): Promise<void>;
  /** Ids of people not seen since `before`, for retention; at most `limit`. */
  notSeenSince(before: Date, limit: number): Promise<readonly string[]>;
  /** All people by id, in batches: for exports. */
  list(after: string | null, limit: number): Promise<readonly Person[]>;
  count(): Promise<number>;
}
