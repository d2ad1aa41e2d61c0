import type { Announcement } from '../../../announcements/announcement.ts';
import type { AnnouncementPolicy } from '../../../announcements/policy.ts';
import type { Steering } from '../../../announcements/steer.ts';
import type { Core } from '../../../core.ts';
import type { Clock } from '../../../operations/clock.ts';
import type { Store } from '../../../store/ports/store.ts';

/** What the staff's side of announcements works with. */
export interface AnnounceParts {
  readonly steering: Steering;
  readonly policy: AnnouncementPolicy;
  /** Telegram's paid broadcast may be used (`ANNOUNCE_PAID`); each time its cost is confirmed. */
  readonly paid: boolean;
  readonly store: Pick<
    Store,
    'announcements' | 'ledger' | 'boards' | 'approvals' | 'staff' | 'people' | 'audit'
  >;
  readonly core: () => Pick<Core, 'knowledge' | 'speaking' | 'answerer'>;
  readonly clock: Clock;
}

/** An announcement being written: stored at every step, so that a form that is dropped loses nothing. */
export interface Draft {
  readonly id: string;
  readonly definition: Announcement;
}
