import type { Config } from '../config/config.ts';
import type { Core } from '../core.ts';
import type { Tracing } from '../measures/tracing.ts';
import type { Clock } from '../operations/clock.ts';
import type { Health } from '../operations/health.ts';
import type { Ids } from '../operations/ids.ts';
import type { Logger } from '../operations/logger.ts';
import type { Metrics } from '../operations/metrics.ts';
import type { Stopping } from '../operations/stopping.ts';
import type { Store } from '../store/ports/store.ts';
import type { Policies } from './policies.ts';

/** What every part of the running product stands on. */
export interface Ground {
  readonly config: Config;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly health: Health;
  readonly metrics: Metrics;
  readonly tracing: Tracing;
  readonly ids: Ids;
  /** Names this process among replicas. */
  readonly owner: string;
  readonly stopping: Stopping;
  readonly store: Store;
  readonly policies: Policies;
  /** The core of now; taken once for each input. */
  core(): Core;
}
