import { randomBytes } from 'node:crypto';

/** Random bytes; passed in, so that tests can repeat a run. */
export type Randomness = (bytes: number) => Uint8Array;

export const systemRandomness: Randomness = (bytes) => randomBytes(bytes);

/** Crockford's alphabet: no I, L, O, U, which people misread on the telephone. Lower case. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Makes identifiers and secrets. */
export interface Ids {
  /** 16 characters, 80 random bits: for rows and callback data. Not a secret. */
  id(): string;
  /** 43 characters of base64url, 256 random bits: a secret for sessions. */
  secret(): string;
}

export function createIds(random: Randomness = systemRandomness): Ids {
  return {
    id: () => Array.from(random(16), (byte) => alphabet[byte & 31]).join(''),
    secret: () => Buffer.from(random(32)).toString('base64url'),
  };
}
