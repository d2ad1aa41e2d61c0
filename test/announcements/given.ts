import { setTimeout as sleep } from 'node:timers/promises';
import { Announcement } from '../../src/announcements/announcement.ts';
import { type AnnouncementPolicy, readAnnouncementPolicy } from '../../src/announcements/policy.ts';
import type { Core } from '../../src/core.ts';
import { readTexts, root } from '../../src/core.ts';
import { convertForReading } from '../../src/language/index.ts';
import { systemClock } from '../../src/operations/clock.ts';
import { createIds } from '../../src/operations/ids.ts';
import type { StoredAnnouncement } from '../../src/store/ports/announcements.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { type AnnouncementsStart, startAnnouncements } from '../../src/telegram/announcements.ts';
import { createTelegramCourier } from '../../src/telegram/courier.ts';
import { quiet } from '../support/quiet.ts';

const texts = readTexts(root);

/** The core as announcements see it, without content: loading it would take longer than the tests. */
export const smallCore = (): Core =>
  ({
    texts,
    knowledge: { entries: new Map(), guides: new Map() },
    speaking: { texts, convert: convertForReading, fill: (text: string) => text },
  }) as Pick<Core, 'texts' | 'speaking'> & { knowledge: object } as Core;

/** The product's own policy with nights off: tests run at any hour. */
export function policy(changes: Partial<AnnouncementPolicy> = {}): AnnouncementPolicy {
  const read = readAnnouncementPolicy(root);
  if (!read.ok) throw new Error('the policy is faulty');
  return { ...read.value, quiet: { from: '00:00', to: '00:00', effect: 'wait' }, ...changes };
}

export interface SenderOptions
  extends Partial<Pick<AnnouncementsStart, 'policy' | 'everyMs' | 'leaseMs' | 'clock' | 'logger'>> {
  readonly rate?: number;
  readonly paid?: boolean;
  readonly owner?: string;
}

/** The sender of a running bot; `stop` ends it as a stopping bot does. */
export function startSender(
  store: Store,
  api: { readonly root: string; readonly token: string },
  options: SenderOptions = {},
): { stop(): Promise<void> } {
  const ending = new AbortController();
  const ids = createIds();
  const running = startAnnouncements({
    store,
    telegram: createTelegramCourier({ token: api.token, apiRoot: api.root, texts, callSeconds: 5 }),
    core: smallCore,
    policy: options.policy ?? policy(),
    config: { rate: options.rate ?? 200, paid: options.paid ?? false },
    clock: options.clock ?? systemClock,
    ids,
    owner: options.owner ?? ids.id(),
    signal: ending.signal,
    logger: options.logger ?? quiet,
    everyMs: options.everyMs ?? 20,
    leaseMs: options.leaseMs ?? 2000,
  });
  return {
    async stop() {
      ending.abort();
      await running;
    },
  };
}

/** Telegram people with ids from 1. */
export async function importPeople(store: Store, count: number): Promise<void> {
  const people = Array.from({ length: count }, (_, index) => ({
    externalId: String(index + 1),
    locale: index % 3 === 0 ? ('ru' as const) : ('kk' as const),
    script: null,
    region: null,
    country: null,
    topicsOff: null,
  }));
  for (let from = 0; from < count; from += 1000)
    await store.peopleImport.save(people.slice(from, from + 1000));
}

/** Puts an announcement down, to go out now. */
export function scheduled(
  store: Store,
  changes: Record<string, unknown> = {},
  rest: Partial<Parameters<Store['announcements']['create']>[0]> = {},
): Promise<StoredAnnouncement> {
  return store.announcements.create({
    kind: 'message',
    state: 'scheduled',
    definition: Announcement.parse({ text: { kk: 'Хабарландыру', ru: 'Объявление' }, ...changes }),
    startsAt: new Date(),
    ...rest,
  });
}

/** Waits until something holds; fails after a minute, which only a fault reaches. */
export async function eventually(
  holds: () => Promise<boolean> | boolean,
  what: string | (() => Promise<string>),
): Promise<void> {
  const until = performance.now() + 60_000;
  while (!(await holds())) {
    if (performance.now() > until)
      throw new Error(`${typeof what === 'string' ? what : await what()} did not come`);
    await sleep(20);
  }
}

/** Waits until an announcement is done. */
export async function done(store: Pick<Store, 'announcements'>, id: string): Promise<void> {
  await eventually(
    async () => (await store.announcements.byId(id))?.state === 'done',
    async () => `the end of ${id} (${JSON.stringify(await store.announcements.counts(id))})`,
  );
}
