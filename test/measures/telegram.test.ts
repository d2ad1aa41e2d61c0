import { expect, it } from 'vitest';
import { telegramMeasures } from '../../src/measures/telegram.ts';
import type { Tracing } from '../../src/measures/tracing.ts';
import { createMetrics } from '../../src/operations/metrics.ts';

it('counts given-up updates from 0, so that the first one is an increase', async () => {
  const metrics = createMetrics({ processMetrics: false });
  telegramMeasures(metrics, {} as Tracing, () => 0);
  expect(await metrics.render()).toContain('bagdar_updates_total{channel="telegram",result="parked"} 0');
});
