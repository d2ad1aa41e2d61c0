import type { Locale } from '../../language/locale.ts';

/** Where an announcement's live message stands. */
export interface Board {
  readonly announcement: string;
  /** Telegram id of the member of staff whose chat it is in. */
  readonly chat: string;
  readonly messageId: number;
  readonly locale: Locale;
  /** What it shows, to change it only when that changed. */
  readonly shown: string;
}

/** Live messages of announcements that are not over: whichever process sends, one of them keeps them up to date. */
export interface Boards {
  /** Puts an announcement's live message somewhere; an earlier one is left as it is. */
  open(board: Board): Promise<void>;
  list(): Promise<readonly Board[]>;
  /** Notes what it shows now; false when it was moved or closed meanwhile. */
  showed(board: Board, shown: string): Promise<boolean>;
  /** Nothing more will change. True for the one who closed it: that one reports. */
  close(announcement: string): Promise<boolean>;
}

/** An announcement that one member of staff wants to go out, and another has to agree to. */
export interface ApprovalRequest {
  readonly announcement: string;
  /** Telegram id of who asks. */
  readonly by: string;
  /** `null` = at once when agreed to. */
  readonly startsAt: Date | null;
}

export interface Approvals {
  /** Asks, or changes what was asked. */
  ask(request: ApprovalRequest): Promise<void>;
  of(announcement: string): Promise<ApprovalRequest | null>;
  /** True for the one who took it away. */
  drop(announcement: string): Promise<boolean>;
}
