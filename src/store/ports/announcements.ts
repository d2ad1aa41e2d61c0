import type { Announcement, Audience } from '../../announcements/announcement.ts';
import type { AnnouncementKind, AnnouncementState, Counts } from '../../announcements/states.ts';
import type { Locale } from '../../language/locale.ts';

/** An announcement as it is put down. */
export interface NewAnnouncement {
  readonly kind: AnnouncementKind;
  readonly state: Extract<AnnouncementState, 'draft' | 'scheduled'>;
  readonly definition: Announcement;
  /** A correction's or withdrawal's announcement, a spawned message's series. */
  readonly origin?: string | null;
  /** Telegram id of who made it; `null` for the terminal and for spawned ones. */
  readonly author?: string | null;
  readonly startsAt: Date;
  /** Confirmed as a paid broadcast, with its cost. */
  readonly paid?: boolean;
  /** Bytes of a photo or document that Telegram does not have yet. */
  readonly file?: AnnouncementUpload | null;
}

export interface AnnouncementUpload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface StoredAnnouncement {
  readonly id: string;
  readonly kind: AnnouncementKind;
  readonly state: AnnouncementState;
  readonly definition: Announcement;
  /** Rises with every change of the definition. */
  readonly revision: number;
  readonly origin: string | null;
  readonly author: string | null;
  readonly startsAt: Date;
  readonly paid: boolean;
  readonly createdAt: Date;
  /** When the ledger held the whole audience; `null` before. */
  readonly resolvedAt: Date | null;
  /** When the first message was about to go out. */
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  /** Since when a withdrawal is under way or done. */
  readonly withdrawnAt: Date | null;
}

/** The announcements themselves; who got them is the `Ledger`'s. */
export interface Announcements {
  create(announcement: NewAnnouncement): Promise<StoredAnnouncement>;
  byId(id: string): Promise<StoredAnnouncement | null>;
  /** Newest first. */
  list(limit: number): Promise<readonly StoredAnnouncement[]>;
  /** Corrections, withdrawals or spawned messages of one, oldest first. */
  madeFrom(id: string): Promise<readonly StoredAnnouncement[]>;
  /** Changes what is said, in any state: whoever is sent to from now on gets the new text. False when there is none. */
  redefine(id: string, definition: Announcement): Promise<boolean>;
  /** Moves on from one of the states named; false when it stood elsewhere. `startsAt` sets the moment anew. */
  move(
    id: string,
    from: readonly AnnouncementState[],
    to: AnnouncementState,
    startsAt?: Date,
  ): Promise<boolean>;
  /** Confirms or refuses the paid lane; false once sending began. */
  setPaid(id: string, paid: boolean): Promise<boolean>;
  /** Marks it as taken back: gone from the web page at once. */
  withdraw(id: string): Promise<void>;
  /** Deletes a draft. */
  discard(id: string): Promise<boolean>;
  /** What is scheduled for now or earlier or is being sent: urgent ones first, then the oldest. */
  due(now: Date): Promise<readonly StoredAnnouncement[]>;
  /** Messages begun since a moment for all readers, not stopped and not withdrawn: for the web page, newest first. */
  current(since: Date, limit: number): Promise<readonly StoredAnnouncement[]>;
  /** Remembers Telegram's id of an uploaded file. */
  keepFileId(id: string, fileId: string): Promise<void>;
  file(id: string): Promise<AnnouncementUpload | null>;
  counts(id: string): Promise<Counts>;
  /** How many people an audience has now, by locale, without writing anything. `skipRussian`: no text for them. */
  reach(audience: Audience, skipRussian: boolean): Promise<ReadonlyMap<Locale, number>>;
  /** Deletes what ended before a moment, with its ledger; at most `limit` announcements. */
  purge(before: Date, limit: number): Promise<number>;
}
