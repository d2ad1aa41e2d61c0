import type { AnnouncementPolicy } from '../announcements/policy.ts';
import { runSending } from '../announcements/sending/job.ts';
import { createPace } from '../announcements/sending/pace.ts';
import type { SenderLog } from '../announcements/sending/sender.ts';
import type { Config } from '../config/config.ts';
import type { Core } from '../core.ts';
import type { Clock } from '../operations/clock.ts';
import type { Ids } from '../operations/ids.ts';
import { realPause } from '../operations/pause.ts';
import type { Store } from '../store/ports/store.ts';
import { createAnnouncementPost } from './announcement-post.ts';
import type { TelegramCourier } from './courier.ts';

export interface AnnouncementsStart {
  readonly store: Pick<Store, 'announcements' | 'ledger' | 'leases'>;
  readonly telegram: Pick<TelegramCourier, 'call'>;
  readonly core: () => Core;
  readonly policy: AnnouncementPolicy;
  readonly config: Config['announce'];
  readonly clock: Clock;
  readonly ids: Ids;
  /** Names this process among replicas. */
  readonly owner: string;
  readonly signal: AbortSignal;
  readonly logger: SenderLog;
  /** See the job; tests shorten them. */
  readonly everyMs?: number;
  readonly leaseMs?: number;
}

/** Sends announcements over Telegram whenever there are some. Resolves when the signal aborts and calls under way have ended. */
export function startAnnouncements(start: AnnouncementsStart): Promise<void> {
  const { store, config, core, clock } = start;
  return runSending({
    ...start,
    leases: store.leases,
    post: createAnnouncementPost(start.telegram, core().texts),
    compose: { core, clock },
    pace: createPace({ rate: config.rate, monotonic: () => performance.now(), pause: realPause }),
    rate: config.rate,
    paid: config.paid,
    pause: realPause,
    random: Math.random,
  });
}
