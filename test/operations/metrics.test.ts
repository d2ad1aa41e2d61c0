import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/operations/metrics.ts';
import { readStoreMetrics } from '../../src/operations/store-metrics.ts';
import type { Store } from '../../src/store/ports/store.ts';

describe('metrics', () => {
  it('renders what was counted, for Prometheus', async () => {
    const metrics = createMetrics({ processMetrics: false });
    metrics.questions.inc({ channel: 'telegram', language: 'kk', script: 'arab', kind: 'answer' });
    metrics.answerSeconds.observe({ kind: 'answer' }, 0.004);
    metrics.inboxDepth.set({ state: 'waiting' }, 3);
    const text = await metrics.render();
    expect(text).toContain(
      'bagdar_questions_total{channel="telegram",language="kk",script="arab",kind="answer"} 1',
    );
    expect(text).toContain('bagdar_answer_seconds_bucket{le="0.005",kind="answer"} 1');
    expect(text).toContain('bagdar_inbox_depth{state="waiting"} 3');
  });

  it('does not mix two apps in one process', async () => {
    const [one, two] = [createMetrics(), createMetrics()];
    one.telegramFloodWaits.inc();
    expect(await one.render()).toContain('bagdar_telegram_flood_waits_total 1');
    expect(await two.render()).toContain('bagdar_telegram_flood_waits_total 0');
  });
});

describe('metrics of the store', () => {
  const clock = { now: () => new Date('2026-07-01T00:01:00Z') };
  const desk = {
    desk: { openCases: async () => 3 } as unknown as Store['desk'],
    outgoing: { waiting: async () => 4 } as unknown as Store['outgoing'],
  };

  it('show depth and age of the inbox', async () => {
    const metrics = createMetrics({ processMetrics: false });
    const depth = async () => ({
      waiting: 2,
      leased: 1,
      parked: 0,
      oldest: new Date('2026-07-01T00:00:00Z'),
    });
    await readStoreMetrics(metrics, { inbox: { depth } as Store['inbox'], ...desk }, clock);
    const text = await metrics.render();
    expect(text).toContain('bagdar_inbox_oldest_seconds 60');
    expect(text).toContain('bagdar_inbox_depth{state="waiting"} 2');
    expect(text).toContain('bagdar_desk_open_cases 3');
    expect(text).toContain('bagdar_desk_waiting_messages 4');
    expect(text).toContain('bagdar_database_up 1');
  });

  it('show that the database is gone instead of failing', async () => {
    const metrics = createMetrics({ processMetrics: false });
    const depth = () => Promise.reject(new Error('gone'));
    await readStoreMetrics(metrics, { inbox: { depth } as unknown as Store['inbox'], ...desk }, clock);
    expect(await metrics.render()).toContain('bagdar_database_up 0');
  });
});
