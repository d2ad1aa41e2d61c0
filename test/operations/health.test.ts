import { describe, expect, it } from 'vitest';
import { createHealth } from '../../src/operations/health.ts';

describe('health', () => {
  it('is ready when every check is well', async () => {
    const health = createHealth();
    health.add('content', () => undefined);
    health.add('database', async () => undefined);
    expect(await health.ready()).toMatchObject({
      ok: true,
      checks: [{ name: 'content' }, { name: 'database' }],
    });
  });

  it('names what is not ready and why, in one line', async () => {
    const health = createHealth();
    health.add('content', () => undefined);
    health.add('database', async () => {
      throw new Error('connection refused\n at x');
    });
    const report = await health.ready();
    expect(report.ok).toBe(false);
    expect(report.checks[1]).toMatchObject({ name: 'database', ok: false, reason: 'connection refused' });
  });

  it('does not wait for a check that hangs', async () => {
    const health = createHealth(5);
    health.add('database', () => new Promise(() => undefined));
    expect((await health.ready()).checks[0]).toMatchObject({ ok: false, reason: 'no answer within 5 ms' });
  });

  it('answers for one check alone, whatever the others do', async () => {
    const health = createHealth(5);
    health.add('running', () => undefined);
    health.add('database', () => new Promise(() => undefined));
    expect(await health.one('running')).toMatchObject({ name: 'running', ok: true });
    expect(await health.one('unknown')).toBeNull();
  });

  it('has flags that are down until set', async () => {
    const health = createHealth();
    const telegram = health.flag('telegram');
    expect((await health.ready()).checks[0]).toMatchObject({ ok: false, reason: 'not started yet' });
    telegram.up();
    expect((await health.ready()).ok).toBe(true);
    telegram.down('token revoked');
    expect((await health.ready()).checks[0]).toMatchObject({ reason: 'token revoked' });
  });

  it('waits for the start of an optional flag, and is ready without it once it was tried', async () => {
    const health = createHealth();
    health.add('database', () => undefined);
    const set: boolean[] = [];
    const telegram = health.flag('telegram', { optional: true, onSet: (up) => set.push(up) });
    expect((await health.ready()).ok).toBe(false);
    telegram.down('Telegram cannot be reached');
    expect(await health.ready()).toMatchObject({
      ok: true,
      checks: [
        { name: 'database', ok: true },
        { name: 'telegram', ok: false, needed: false, reason: 'Telegram cannot be reached' },
      ],
    });
    telegram.up();
    expect((await health.ready()).checks[1]).toMatchObject({ ok: true });
    expect(set).toEqual([false, true]);
  });

  it('does not wait for ever for an optional flag that is never set', async () => {
    const health = createHealth();
    health.flag('telegram', { optional: true, graceMs: 0 });
    expect(await health.ready()).toMatchObject({ ok: true, checks: [{ ok: false, needed: false }] });
  });

  it('asks once for all who ask at the same time', async () => {
    const health = createHealth();
    let asked = 0;
    health.add('database', async () => {
      asked += 1;
    });
    await Promise.all([health.ready(), health.ready(), health.ready()]);
    expect(asked).toBe(1);
  });

  it('lives whatever is not ready, and refuses two checks of one name', () => {
    const health = createHealth();
    health.flag('telegram');
    expect(health.alive().ok).toBe(true);
    expect(() => health.add('telegram', () => undefined)).toThrow('telegram');
  });
});

it('passes on what a check wants to be known', async () => {
  const health = createHealth();
  health.add('answers', () => 'switched off by staff');
  expect(await health.ready()).toMatchObject({ ok: true, checks: [{ note: 'switched off by staff' }] });
});
