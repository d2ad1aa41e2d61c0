import { EventEmitter, once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createStopping, type StoppingOptions } from '../../src/operations/stopping.ts';

const logger = { info: () => undefined, warn: () => undefined };

function stoppable(options: Partial<StoppingOptions> = {}) {
  const signals = new EventEmitter();
  const exits = new EventEmitter();
  const stopping = createStopping({ logger, signals, exit: (code) => exits.emit('exit', code), ...options });
  return { stopping, signals, exits };
}

describe('stopping', () => {
  it('closes the last opened first and once', async () => {
    const { stopping } = stoppable();
    const closed: string[] = [];
    for (const name of ['store', 'web', 'telegram']) {
      stopping.onStop(name, async () => {
        closed.push(name);
      });
    }
    await Promise.all([stopping.stop('test'), stopping.stop('again')]);
    expect(closed).toEqual(['telegram', 'web', 'store']);
    expect(stopping.signal.aborted).toBe(true);
  });

  it('goes on serving for a while, known as stopping, before it closes anything', async () => {
    const { stopping } = stoppable({ drainMs: 30 });
    const closed = Promise.withResolvers<number>();
    stopping.onStop('web', () => closed.resolve(performance.now()));
    const began = performance.now();
    const stopped = stopping.stop('test');
    expect(stopping.signal.aborted).toBe(true);
    expect((await closed.promise) - began).toBeGreaterThan(25);
    expect(await stopped).toEqual([]);
  });

  it('closes the rest when one part fails or hangs', async () => {
    const { stopping } = stoppable({ timeoutMs: 20 });
    let closed = false;
    stopping.onStop('store', () => {
      closed = true;
    });
    stopping.onStop('hangs', () => new Promise(() => undefined));
    stopping.onStop('fails', () => {
      throw new Error('broken');
    });
    expect(await stopping.stop('test')).toEqual(expect.arrayContaining(['fails', 'hangs']));
    expect(closed).toBe(true);
  });

  it.each(['SIGTERM', 'SIGINT'])('ends with 0 after a clean stop on %s', async (signal) => {
    const { stopping, signals, exits } = stoppable();
    stopping.listen();
    const exit = once(exits, 'exit');
    signals.emit(signal);
    expect(await exit).toEqual([0]);
  });

  it('ends at once on a second signal', async () => {
    const { stopping, signals, exits } = stoppable();
    stopping.onStop('hangs', () => new Promise(() => undefined));
    stopping.listen();
    const exit = once(exits, 'exit');
    signals.emit('SIGTERM');
    signals.emit('SIGINT');
    expect(await exit).toEqual([1]);
  });
});
