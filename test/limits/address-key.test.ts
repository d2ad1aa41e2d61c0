import { expect, it } from 'vitest';
import { addressKey } from '../../src/limits/address-key.ts';

const telegram = { mode: 'polling', token: '1:a', apiRoot: 'https://api.telegram.org' } as const;
const database = { kind: 'postgres', url: 'postgres://bagdar:pass@db/bagdar' } as const;
const random = (bytes: number) => new Uint8Array(bytes).fill(7);
const hex = (key: Uint8Array) => Buffer.from(key).toString('hex');

it('is the same in all replicas, and another with another password or token', () => {
  const key = hex(addressKey({ database, telegram }));
  expect(hex(addressKey({ database, telegram }))).toBe(key);
  expect(
    hex(addressKey({ database: { ...database, url: 'postgres://bagdar:other@db/bagdar' }, telegram })),
  ).not.toBe(key);
  expect(hex(addressKey({ database, telegram: { ...telegram, token: '1:b' } }))).not.toBe(key);
  expect(hex(addressKey({ database, telegram: null }))).not.toBe(key);
});

it('is drawn anew by a process alone on its file', () => {
  const file = { kind: 'sqlite', file: 'data/bagdar.db' } as const;
  expect(hex(addressKey({ database: file, telegram }, random))).toBe('07'.repeat(32));
});
