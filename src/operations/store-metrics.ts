import type { Store } from '../store/ports/store.ts';
import type { Clock } from './clock.ts';
import type { Metrics } from './metrics.ts';

/** Reads what only the store knows into the gauges; called before `/metrics` is rendered. Never throws. */
export async function readStoreMetrics(
  metrics: Metrics,
  store: Pick<Store, 'inbox' | 'desk' | 'outgoing'>,
  clock: Clock,
): Promise<void> {
  try {
    const { waiting, leased, parked, oldest } = await store.inbox.depth();
    metrics.inboxDepth.set({ state: 'waiting' }, waiting);
    metrics.inboxDepth.set({ state: 'leased' }, leased);
    metrics.inboxDepth.set({ state: 'parked' }, parked);
    metrics.inboxAge.set(oldest ? (clock.now().getTime() - oldest.getTime()) / 1000 : 0);
    metrics.deskOpen.set(await store.desk.openCases());
    metrics.deskWaiting.set(await store.outgoing.waiting());
    metrics.databaseUp.set(1);
  } catch {
    // The scrape itself must succeed: it is how the operator learns that the database is gone.
    metrics.databaseUp.set(0);
  }
}
