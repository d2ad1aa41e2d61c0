import { expect, it } from 'vitest';
import { followReplicas } from '../../src/measures/replicas.ts';
import { createMetrics } from '../../src/operations/metrics.ts';
import type { Replica } from '../../src/store/ports/replicas.ts';
import { keepingLog } from '../support/quiet.ts';

it('replicas with different content are counted, said once when it begins and once when it ends', async () => {
  const metrics = createMetrics({ processMetrics: false });
  const log = keepingLog();
  const stop = new AbortController();
  const self: Replica = { id: 'a', contentVersion: 'one', release: '1.0.0' };
  const other = (contentVersion: string): Replica => ({ id: 'b', contentVersion, release: '1.0.0' });
  const turns = [[self], [self, other('two')], [self, other('two')], [self, other('one')]];
  const shown: string[] = [];
  let left = '';
  await followReplicas({
    replicas: {
      async beat() {
        shown.push(await metrics.registry.getSingleMetricAsString('bagdar_replicas'));
        const running = turns.shift();
        if (turns.length === 0) stop.abort();
        return running ?? [];
      },
      async leave(id) {
        left = id;
      },
    },
    self: () => self,
    metrics,
    signal: stop.signal,
    logger: log,
    everyMs: 1,
  });
  expect(log.lines.map(({ level, message }) => `${level}: ${message}`)).toEqual([
    'warn: replicas answer from different content',
    'info: all replicas answer from the same content',
  ]);
  expect(shown[2]).toContain('bagdar_replicas{content="two",release="1.0.0"} 1');
  expect(left).toBe('a');
});
