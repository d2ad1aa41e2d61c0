import type { FailureReason } from '../delivery/courier.ts';
import type { StoredAnnouncement } from '../store/ports/announcements.ts';
import type { Store } from '../store/ports/store.ts';
import type { Counts } from './states.ts';

/** How far an announcement is. Costs the same for ten recipients and a million: fit to be asked every second. */
export interface Progress extends Counts {
  readonly announcement: StoredAnnouncement;
  /** Recipients that are settled one way or the other. */
  readonly settled: number;
  /** 0..1; 1 for an audience of nobody. */
  readonly share: number;
  /** Seconds since it began, up to its end; pauses count. */
  readonly tookSeconds: number;
}

/** `null` when there is no such announcement. */
export async function progressOf(
  { announcements }: Pick<Store, 'announcements'>,
  id: string,
  now: Date,
): Promise<Progress | null> {
  const announcement = await announcements.byId(id);
  if (announcement === null) return null;
  const counts = await announcements.counts(id);
  const settled = counts.total - counts.waiting - counts.claimed;
  const { startedAt, finishedAt } = announcement;
  const end = finishedAt ?? now;
  return {
    ...counts,
    announcement,
    settled,
    share: counts.total === 0 ? 1 : settled / counts.total,
    tookSeconds: startedAt === null ? 0 : Math.max(0, (end.getTime() - startedAt.getTime()) / 1000),
  };
}

/** Recipients a second between two looks; `null` when they are too close or nothing moved. */
export function rateBetween(
  before: { readonly settled: number; readonly at: Date },
  now: { readonly settled: number; readonly at: Date },
): number | null {
  const seconds = (now.at.getTime() - before.at.getTime()) / 1000;
  const moved = now.settled - before.settled;
  return seconds < 0.5 || moved <= 0 ? null : moved / seconds;
}

/** Seconds until the rest is out at a rate; `null` while nothing moves. */
export function secondsLeft(
  progress: Pick<Counts, 'waiting' | 'claimed'>,
  rate: number | null,
): number | null {
  return rate === null || rate <= 0 ? null : Math.ceil((progress.waiting + progress.claimed) / rate);
}

/** The line `announce --wait` prints. */
export interface WaitLine {
  readonly id: string;
  readonly total: number;
  readonly delivered: number;
  readonly failed: Readonly<Partial<Record<FailureReason, number>>>;
  readonly unclear: number;
  readonly took_s: number;
  /** Only when there are some: who was skipped because they blocked the bot or stopped announcements meanwhile. */
  readonly skipped?: number;
}

export function waitLine({
  announcement,
  total,
  delivered,
  failed,
  unclear,
  skipped,
  tookSeconds,
}: Progress): WaitLine {
  return {
    id: announcement.id,
    total,
    delivered,
    failed,
    unclear,
    took_s: Math.round(tookSeconds * 10) / 10,
    ...(skipped > 0 ? { skipped } : {}),
  };
}
