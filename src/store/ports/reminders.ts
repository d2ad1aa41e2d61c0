import type { Channel } from './people.ts';

/** Days before the last day, its morning, or once more after "later". */
export type ReminderTime = 'before' | 'day' | 'snooze';

/**
 * `waiting` for its time; `sending`: a process is handing it over; `unclear`: it may or may not have arrived, and is not
 * repeated; `failed`: the channel refuses it. Delivered ones are deleted.
 */
export type ReminderState = 'waiting' | 'sending' | 'unclear' | 'failed';

/** What a person asks to be reminded of: ids and days, no words. */
export interface NewReminder {
  /** Id of a duty or of an entry. */
  readonly about: string;
  /** ISO date of the last day. */
  readonly lastDay: string;
  readonly time: ReminderTime;
  /** ISO date, in the person's zone, on which it comes. */
  readonly day: string;
  /** Fingerprint of the rule the day was counted by; another one at sending time is told. */
  readonly rule: string;
  readonly dueAt: Date;
}

export interface Reminder extends NewReminder {
  readonly id: string;
  readonly state: ReminderState;
}

/** A reminder in hand, with whom it is for. */
export interface ClaimedReminder extends Reminder {
  /** Names this claim; a later claim of the same reminder has another one. */
  readonly claim: string;
  /** 1 at the first try. */
  readonly attempts: number;
  readonly personId: string;
  readonly channel: Channel;
  readonly externalId: string;
  /** The person blocked the bot: nothing reaches them. */
  readonly blocked: boolean;
}

/** Reminders people asked for, each sent once and then gone. */
export interface Reminders {
  /** `already`: the same one is there; `full`: the person has `most`. */
  set(personId: string, reminder: NewReminder, most: number): Promise<'set' | 'already' | 'full'>;
  /** By due time. */
  list(personId: string): Promise<readonly Reminder[]>;
  /** Cancels one; false when it was not there (any more). */
  cancel(personId: string, id: string): Promise<boolean>;
  /** Cancels all about one last day and returns how many. */
  cancelAbout(personId: string, about: string, lastDay: string): Promise<number>;
  /** Moves one that waits to another moment. */
  move(personId: string, id: string, dueAt: Date): Promise<void>;
  /**
   * Takes those due, the earliest first, to be sent at once: from here on each is `sending`. Those whose claim ran out
   * (the process died between sending and settling) become `unclear`.
   */
  claim(options: {
    readonly channels: readonly Channel[];
    readonly limit: number;
    readonly leaseMs: number;
  }): Promise<readonly ClaimedReminder[]>;
  /** Delivered, or nobody is there to get it: deletes it. */
  done(claim: ClaimedReminder): Promise<boolean>;
  /** It surely did not go out: waits until the moment. */
  later(claim: ClaimedReminder, notBefore: Date): Promise<boolean>;
  /** It may have arrived, or the channel refuses it: kept for the person to see. */
  settle(claim: ClaimedReminder, state: 'unclear' | 'failed'): Promise<boolean>;
  /** The person's IANA time zone; `null` = not chosen. */
  zoneOf(personId: string): Promise<string | null>;
  setZone(personId: string, zone: string): Promise<void>;
  /** Deletes those that were due before the moment, whatever became of them; returns how many. */
  purge(before: Date): Promise<number>;
}
