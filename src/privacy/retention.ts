import { z } from 'zod';
import { type Clock, daysBefore } from '../operations/clock.ts';
import type { Store } from '../store/ports/store.ts';

const days = z.int().min(1).max(3650);

/** How long each kind of data is kept, in days (`content/policy/retention.yaml`). */
export const RetentionPolicy = z.strictObject({
  /** Unfinished guides, since the last step. */
  conversations: days,
  /** The last topic of a person, since the last question. */
  contexts: days,
  /** Messages of the web chat. */
  history: days,
  /** Checklists, since the last tick. */
  checklists: days,
  /** Reminders that could not be sent or may have been, since their time. Those sent are deleted at once. */
  reminders: days,
  /** Ids of finished updates, and parked updates with their content. At least 2: Telegram repeats for 24 hours. */
  inbox: days.min(2),
  /** Counters of limits. */
  limits: days,
  /** What staff did. */
  audit: days,
  /** Cases of the desk that ended, and what was sent for them (their texts go as soon as they are sent). */
  desk: days,
  /** Counts of guides' steps, which name nobody. */
  guide_counts: days,
  /** Announcements that ended, with who got them. */
  announcements: days,
  /** People not seen: everything about them is deleted. */
  people: days,
});
export type RetentionPolicy = z.infer<typeof RetentionPolicy>;

/** Rows deleted by subject; `people` counts people. */
export type RetentionReport = Readonly<Record<keyof RetentionPolicy | 'questions' | 'sessions', number>>;

/** People deleted in one run at most, so that a run never blocks a small machine for long. */
const peopleAtOnce = 200;
/** The same for announcements: each may have a million recipients. */
const announcementsAtOnce = 5;

/**
 * Deletes what is past its time, of every kind.
 * @param questionDays `QUESTION_RETENTION_DAYS`
 */
export async function applyRetention(
  store: Store,
  policy: RetentionPolicy,
  questionDays: number,
  clock: Clock,
): Promise<RetentionReport> {
  const before = (kept: number) => daysBefore(clock.now(), kept);
  const unseen = await store.people.notSeenSince(before(policy.people), peopleAtOnce);
  for (const id of unseen) await store.deleteEverything(id);
  return {
    people: unseen.length,
    questions: await store.questions.purge(before(questionDays)),
    sessions: await store.sessions.purge(),
    conversations: await store.conversations.purge(before(policy.conversations)),
    contexts: await store.contexts.purge(before(policy.contexts)),
    history: await store.history.purge(before(policy.history)),
    checklists: await store.checklists.purge(before(policy.checklists)),
    reminders: await store.reminders.purge(before(policy.reminders)),
    inbox: await store.inbox.purge(before(policy.inbox)),
    limits: await store.limits.purge(before(policy.limits)),
    desk: (await store.desk.purge(before(policy.desk))) + (await store.outgoing.purge(before(policy.desk))),
    guide_counts: await store.guideCounts.purge(before(policy.guide_counts)),
    announcements: await store.announcements.purge(before(policy.announcements), announcementsAtOnce),
    audit: await store.audit.purge(before(policy.audit)),
  };
}

const hour = 3_600_000;

export interface RetentionJob {
  readonly store: Store;
  readonly policy: RetentionPolicy;
  readonly questionDays: number;
  readonly clock: Clock;
  /** Names this process; only one of several replicas runs the job at a time. */
  readonly owner: string;
  readonly signal: AbortSignal;
  readonly logger: {
    info(details: object, message: string): void;
    warn(details: object, message: string): void;
  };
}

/** Runs retention now and then every hour, until the signal. A failed run is logged and tried again in an hour. */
export function startRetention({
  store,
  policy,
  questionDays,
  clock,
  owner,
  signal,
  logger,
}: RetentionJob): void {
  const run = async () => {
    if (signal.aborted || !(await store.leases.acquire('retention', owner, hour / 2))) return;
    const deleted = await applyRetention(store, policy, questionDays, clock);
    if (Object.values(deleted).some((count) => count > 0))
      logger.info({ deleted }, 'data past its time deleted');
    await store.leases.release('retention', owner);
  };
  const attempt = () => {
    run().catch((error: unknown) => {
      if (!signal.aborted)
        logger.warn({ err: error }, 'deleting data past its time failed; tried again in an hour');
    });
  };
  if (signal.aborted) return;
  const timer = setInterval(attempt, hour);
  timer.unref();
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  attempt();
}
