import { type FailureReason, failureReasons } from '../delivery/courier.ts';

/** What one row of `announcements` is. Each kind that sends has a ledger of its own. */
export const announcementKinds = [
  /** Goes to its audience. */
  'message',
  /** Changes the text of another one's messages, at everyone who got it. */
  'correction',
  /** Deletes another one's messages, at everyone who got it. */
  'withdrawal',
  /** Recurring: sends nothing itself, spawns messages. */
  'series',
] as const;
export type AnnouncementKind = (typeof announcementKinds)[number];

/** Where an announcement stands. */
export const announcementStates = [
  /** Being written, or waiting for the second person. Never sent. */
  'draft',
  /** Confirmed; waits for its moment. A series waits for its next one. */
  'scheduled',
  /** Its moment came: the audience is being resolved, or messages go out. */
  'sending',
  /** Held by staff; goes on where it stood. */
  'paused',
  /** Ended by staff; who was still waiting is skipped. */
  'stopped',
  /** Every row of the ledger is settled. */
  'done',
] as const;
export type AnnouncementState = (typeof announcementStates)[number];

/** Where one recipient stands. */
export const recipientStates = [
  'waiting',
  /** Written before the call: after a crash nobody knows whether it went out. */
  'claimed',
  'delivered',
  'failed',
  /** The call may or may not have taken effect. Never repeated unless staff say so. */
  'unclear',
  /** Never tried; see `SkipReason`. */
  'skipped',
] as const;
export type RecipientState = (typeof recipientStates)[number];

/** Why a recipient was not tried. */
export const skipReasons = [
  /** Blocked the bot after the audience was resolved. */
  'blocked',
  /** Stopped or muted announcements after the audience was resolved. */
  'unsubscribed',
  /** Staff stopped the announcement first. */
  'stopped',
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** A counter kept beside the ledger, so that progress costs the same for ten recipients and a million. */
export type Counter = 'total' | 'claimed' | 'delivered' | 'unclear' | 'skipped' | `failed.${FailureReason}`;
export const counters: readonly Counter[] = [
  'total',
  'claimed',
  'delivered',
  'unclear',
  'skipped',
  ...failureReasons.map((reason) => `failed.${reason}` as const),
];

/** How many recipients stand where. */
export interface Counts {
  readonly total: number;
  readonly waiting: number;
  readonly claimed: number;
  readonly delivered: number;
  /** Only reasons that occurred. */
  readonly failed: Readonly<Partial<Record<FailureReason, number>>>;
  readonly unclear: number;
  readonly skipped: number;
}
