import { createHash } from 'node:crypto';
import type { Config } from '../config/config.ts';
import { type Randomness, systemRandomness } from '../operations/ids.ts';

/**
 * The key under which addresses are hashed for the store. Replicas share the address of their database and the token,
 * which hold passwords and stand nowhere in the database itself: whoever gets hold of it cannot find the addresses. A
 * process alone on a SQLite file needs nothing that lasts.
 */
export function addressKey(
  { database, telegram }: Pick<Config, 'database' | 'telegram'>,
  random: Randomness = systemRandomness,
): Uint8Array {
  if (database.kind === 'sqlite') return random(32);
  return createHash('sha256')
    .update(JSON.stringify(['addresses', database.url, telegram?.token]))
    .digest();
}
