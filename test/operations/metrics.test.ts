import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/operations/metrics.ts';

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
