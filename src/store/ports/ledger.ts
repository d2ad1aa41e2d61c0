import type { RecipientState, SkipReason } from '../../announcements/states.ts';
import type { FailureReason } from '../../delivery/courier.ts';
import type { Locale } from '../../language/locale.ts';
import type { StoredAnnouncement } from './announcements.ts';

/** Who holds claims: a process under a term of the sender's lease. */
export interface Claimant {
  readonly owner: string;
  readonly term: number;
}

/** A recipient taken to be sent to. */
export interface Claim {
  readonly personId: string;
  /** Telegram id of the chat. Never logged. */
  readonly chat: string;
  readonly locale: Locale;
  /** IANA name of the reader's zone. */
  readonly zone: string;
  /** Failed tries so far. */
  readonly attempts: number;
  /** The message to change or delete: corrections and withdrawals only. */
  readonly messageId: string | null;
}

/** How one claim ended. */
export type Settlement =
  | { readonly personId: string; readonly state: 'delivered'; readonly messageId: string | null }
  | {
      readonly personId: string;
      readonly state: 'failed';
      readonly reason: FailureReason;
      /** The channel's own words, without personal data. */
      readonly words: string;
    }
  | { readonly personId: string; readonly state: 'unclear'; readonly words: string }
  /** Surely not sent: waits again. `tried` counts against the tries. */
  | {
      readonly personId: string;
      readonly state: 'waiting';
      readonly dueAt: Date;
      readonly tried: boolean;
    };

/** A zone of readers and when it may be sent to. */
export interface ZoneRule {
  /** IANA name. */
  readonly zone: string;
  /** People of these countries without a region; the default zone has everybody else. */
  readonly countries: readonly string[];
}

/** One line of a report: recipients of one locale and region. */
export interface ReportLine {
  readonly locale: Locale;
  readonly region: string | null;
  readonly state: RecipientState;
  readonly reason: FailureReason | SkipReason | null;
  readonly count: number;
  /** Pressed the button. */
  readonly clicks: number;
  /** Stopped announcements by this one's button. */
  readonly unsubscribed: number;
}

/** A recipient as staff see one: by our own id, never by the channel's. */
export interface ListedRecipient {
  readonly personId: string;
  readonly locale: Locale;
  readonly region: string | null;
  readonly words: string | null;
}

/** Who is to get, got and did not get each announcement: one row a person, written before the call and after it. */
export interface Ledger {
  /**
   * Adds the next people of the audience, at most `limit`, in one transaction; resumes where it stood. Returns how many
   * were added; fewer than `limit` means that everybody is in, and the announcement is marked as resolved.
   */
  resolve(announcement: StoredAnnouncement, zones: readonly ZoneRule[], limit: number): Promise<number>;
  /**
   * Takes waiting recipients whose time has come, in zones that are open. People who blocked the bot or stopped
   * announcements meanwhile are skipped on the way. Fewer than `limit`, even none, may come though more wait.
   */
  claim(
    id: string,
    claimant: Claimant,
    options: { readonly zones: readonly string[]; readonly limit: number },
  ): Promise<readonly Claim[]>;
  /** Writes how claims of this claimant ended; the unreachable are marked as blocked. Those of others are left alone. Returns how many were written. */
  settle(id: string, claimant: Claimant, settlements: readonly Settlement[]): Promise<number>;
  /** Claims of anybody but this claimant become unclear: their owner died between the call and its answer. Returns how many. */
  abandon(id: string, claimant: Claimant): Promise<number>;
  /** Some row still waits or is claimed. */
  open(id: string): Promise<boolean>;
  /** Marks a sent-out announcement as done, with counters counted anew. False while a row is open. */
  finish(id: string): Promise<boolean>;
  /** Skips waiting rows of a stopped announcement, at most `limit`; returns how many. */
  skipRest(id: string, limit: number): Promise<number>;
  /** Puts unclear rows back to wait: staff accept that some get it twice. Returns how many. */
  resendUnclear(id: string): Promise<number>;
  listUnclear(id: string, after: string | null, limit: number): Promise<readonly ListedRecipient[]>;
  report(id: string): Promise<readonly ReportLine[]>;
  /** Notes that a recipient pressed the button; once a person. */
  clicked(id: string, personId: string): Promise<void>;
  /** Notes that a recipient stopped announcements by this one's button. */
  unsubscribed(id: string, personId: string): Promise<void>;
}
