import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAddressLimits } from '../../src/limits/addresses.ts';
import { openStore } from '../../src/store/open.ts';
import type { Limits } from '../../src/store/ports/limits.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { manualClock } from '../support/clock.ts';
import { freshPostgres } from '../support/database.ts';
import { quiet } from '../support/quiet.ts';

const clock = manualClock();
const policy = { address: { most: 3, seconds: 60 }, newcomers: { most: 1, seconds: 600 } };
const key = Buffer.from('shared by the replicas');
const allowed = { end: 'allowed' };

describe('the limits of an address', () => {
  let keys: string[];
  let counting: Pick<Limits, 'use'>;
  beforeEach(() => {
    const used = new Map<string, number>();
    keys = [];
    counting = {
      async use(name) {
        keys.push(name);
        const count = (used.get(name) ?? 0) + 1;
        used.set(name, count);
        return count;
      },
    };
  });
  const limits = (limit: Pick<Limits, 'use'> = counting) =>
    createAddressLimits({ policy, limits: limit, key, clock });

  it('are told once how long to wait, then dropped without a further write', async () => {
    const { changes } = limits();
    for (let use = 0; use < 3; use += 1) expect(await changes.use('192.0.2.1')).toEqual(allowed);
    clock.advance(60_000 - (clock.now().getTime() % 60_000) - 20_000);
    expect(await changes.use('192.0.2.1')).toEqual({ end: 'told', afterS: 20 });
    for (let use = 0; use < 10; use += 1) {
      expect(await changes.use('192.0.2.1')).toEqual({ end: 'dropped', afterS: 20 });
    }
    expect(keys).toHaveLength(4);
    expect(await changes.use('192.0.2.2')).toEqual(allowed);
    clock.advance(20_000);
    await changes.use('192.0.2.1');
    expect(keys).toHaveLength(6);
  });

  it('count requests and new sessions apart', async () => {
    const { changes, newcomers } = limits();
    await newcomers.use('192.0.2.1');
    expect(await newcomers.use('192.0.2.1')).toMatchObject({ end: 'told' });
    expect(await changes.use('192.0.2.1')).toEqual(allowed);
  });

  it('name no address in the store, and another name with another key', async () => {
    await limits().changes.use('192.0.2.1');
    await createAddressLimits({ policy, limits: counting, key: Buffer.from('other'), clock }).changes.use(
      '192.0.2.1',
    );
    expect(keys[0]).toMatch(/^address:[\w-]{22}$/u);
    expect(keys.join(' ')).not.toContain('192.0.2.1');
    expect(keys[0]).not.toBe(keys[1]);
  });
});

describe('replicas on one database', () => {
  const stores: Store[] = [];
  beforeAll(async () => {
    const url = await freshPostgres();
    for (let replica = 0; replica < 2; replica += 1) {
      stores.push(await openStore(url, { clock, logger: quiet }));
    }
  });
  afterAll(async () => {
    for (const store of stores) await store.close();
  });

  it('count an address together, and one of them tells it', async () => {
    const replicas = stores.map((store) => createAddressLimits({ policy, limits: store.limits, key, clock }));
    const ends: string[] = [];
    for (let use = 0; use < 8; use += 1) {
      ends.push((await replicas[use % 2]!.changes.use('198.51.100.7')).end);
    }
    expect(ends).toEqual([
      'allowed',
      'allowed',
      'allowed',
      'told',
      'dropped',
      'dropped',
      'dropped',
      'dropped',
    ]);
  });
});
