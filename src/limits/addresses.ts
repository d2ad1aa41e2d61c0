import { createHmac } from 'node:crypto';
import type { Clock } from '../operations/clock.ts';
import type { Limits } from '../store/ports/limits.ts';
import type { Limit, LimitsPolicy } from './policy.ts';

/** What is to become of a request: served, refused in words, or (after that) without any. */
export type Use =
  | { readonly end: 'allowed' }
  /** `afterS`: seconds until the window ends. */
  | { readonly end: 'told' | 'dropped'; readonly afterS: number };

/** Counts uses by network address, over all replicas. */
export interface AddressLimit {
  /** Counts one use. One write of the store; none once the address is known to be over. */
  use(address: string): Promise<Use>;
}

export interface AddressLimits {
  readonly changes: AddressLimit;
  readonly newcomers: AddressLimit;
}

export interface AddressLimitParts {
  readonly policy: Pick<LimitsPolicy, 'address' | 'newcomers'>;
  readonly limits: Pick<Limits, 'use'>;
  /** Hides addresses in the store; the same in all replicas. See `addressKey`. */
  readonly key: Uint8Array;
  readonly clock: Clock;
}

/** Addresses remembered as over; the store knows about further ones. */
const mostRemembered = 50_000;

/** The limits of the web chat. */
export function createAddressLimits(parts: AddressLimitParts): AddressLimits {
  return {
    changes: addressLimit('address', parts.policy.address, parts),
    newcomers: addressLimit('newcomers', parts.policy.newcomers, parts),
  };
}

/**
 * An address is personal data and is never written down: the store counts under its keyed hash. A plain one would hide
 * nothing, for there are only 2^32 addresses to try.
 */
function addressLimit(
  name: string,
  { most, seconds }: Limit,
  { limits, key, clock }: AddressLimitParts,
): AddressLimit {
  const windowMs = seconds * 1000;
  /** A flood must not become a flood of writes. */
  const over = new Set<string>();
  let window = 0;
  return {
    async use(address) {
      const now = clock.now().getTime();
      const current = Math.floor(now / windowMs);
      if (current !== window) {
        over.clear();
        window = current;
      }
      const afterS = Math.ceil(((current + 1) * windowMs - now) / 1000);
      const hash = createHmac('sha256', key).update(`${name} ${address}`).digest('base64url').slice(0, 22);
      if (over.has(hash)) return { end: 'dropped', afterS };
      const used = await limits.use(`${name}:${hash}`, windowMs);
      if (used <= most) return { end: 'allowed' };
      if (window === current && over.size < mostRemembered) over.add(hash);
      return { end: used === most + 1 ? 'told' : 'dropped', afterS };
    },
  };
}
