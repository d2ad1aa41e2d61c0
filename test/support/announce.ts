import { type AnnouncementPolicy, readAnnouncementPolicy } from '../../src/announcements/policy.ts';
import { createSteering } from '../../src/announcements/steer.ts';
import { createCore, root } from '../../src/core.ts';
import { createIds } from '../../src/operations/ids.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { announceFeature } from '../../src/telegram/staff/announce/feature.ts';
import type { AnnounceParts } from '../../src/telegram/staff/announce/parts.ts';
import { announcementsFeature } from '../../src/telegram/staff/announcements/feature.ts';
import { createFollower, type Follower } from '../../src/telegram/staff/announcements/follow.ts';
import { createStaffSide } from '../../src/telegram/staff/create.ts';
import { type ManualClock, manualClock } from './clock.ts';
import { quiet } from './quiet.ts';
import { switchboardOf } from './switches.ts';
import { runTelegram, type TelegramRun } from './telegram-run.ts';
import { texts } from './texts.ts';

/** The real content: entries to be found and regions to be named. */
export const core = createCore();

export interface AnnounceRun extends TelegramRun {
  readonly clock: ManualClock;
  readonly follower: Follower;
  readonly parts: AnnounceParts;
}

/** The bot with the staff's side of announcements; `policy` changes the product's own. */
export async function runAnnounce(
  confirm: Partial<AnnouncementPolicy['confirm']> = {},
  paid = false,
): Promise<AnnounceRun> {
  const read = readAnnouncementPolicy(root);
  if (!read.ok) throw new Error('the policy is faulty');
  const policy = { ...read.value, confirm: { ...read.value.confirm, ...confirm } };
  // A Wednesday, 14:00 in Almaty: nobody sleeps.
  const clock = manualClock('2026-07-01T09:00:00Z');
  let parts: AnnounceParts | undefined;
  const partsOf = (store: Store): AnnounceParts => {
    parts ??= {
      steering: createSteering(store, policy, clock),
      policy,
      paid,
      store,
      core: () => core,
      clock,
    };
    return parts;
  };
  const run = await runTelegram({
    parts: (store) => ({
      staff: createStaffSide({
        store,
        switchboard: switchboardOf(store),
        texts,
        clock: { now: () => new Date() },
        ids: createIds(),
        logger: quiet,
        fixed: [],
        features: [announceFeature(partsOf(store)), announcementsFeature(partsOf(store))],
        api: () => undefined,
      }),
    }),
  });
  const made = partsOf(run.store);
  const follower = createFollower({
    ...made,
    courier: { call: (make) => run.channel.courier.call(make) },
    texts,
    logger: run.log,
  });
  return {
    api: run.api,
    store: run.store,
    log: run.log,
    get channel() {
      return run.channel;
    },
    restart: () => run.restart(),
    close: () => run.close(),
    clock,
    follower,
    parts: made,
  };
}

/** People who would get announcements, in these locales. */
export async function readers(
  store: Store,
  locales: readonly ('kk' | 'kk-Arab' | 'kk-Latn' | 'ru')[],
): Promise<void> {
  for (const [index, locale] of locales.entries()) {
    const person = await store.people.arrive('telegram', String(9_000 + index));
    await store.people.prefer(person.id, { locale }, 'choice');
  }
}

/** Does the sender's work on the ledger: everybody gets it, but the last `failing`, who blocked the bot. */
export async function deliver(
  { store, clock }: AnnounceRun,
  id: string,
  options: { readonly most?: number; readonly failing?: number } = {},
): Promise<void> {
  const claimant = { owner: 'test', term: 1 };
  const stored = await store.announcements.byId(id);
  if (stored === null) throw new Error('no such announcement');
  if (stored.state === 'scheduled') await store.announcements.move(id, ['scheduled'], 'sending');
  const zones = [{ zone: 'Asia/Almaty', countries: [] }];
  while ((await store.ledger.resolve(stored, zones, 100)) === 100);
  const claims = await store.ledger.claim(id, claimant, {
    zones: ['Asia/Almaty'],
    limit: options.most ?? 100,
  });
  const failing = claims.length - (options.failing ?? 0);
  await store.ledger.settle(
    id,
    claimant,
    claims.map(({ personId }, index) =>
      index < failing
        ? { personId, state: 'delivered', messageId: String(100 + index) }
        : { personId, state: 'failed', reason: 'blocked', words: 'Forbidden: bot was blocked by the user' },
    ),
  );
  clock.advance(2_000);
  if (options.most === undefined) await store.ledger.finish(id);
}

/** Waits until the live message is known to the store: it is sent before that. */
export async function board({ store }: AnnounceRun, count = 1): Promise<void> {
  while ((await store.boards.list()).length < count) await new Promise((resolve) => setTimeout(resolve, 2));
}
