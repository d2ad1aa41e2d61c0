import type { FastifyRequest } from 'fastify';
import type { Clock } from '../operations/clock.ts';

/** Counts uses by network address. */
export interface AddressLimit {
  /** Counts one use; false = this address has had its share of the window. */
  allows(address: string): boolean;
}

/** Addresses remembered at once; a flood from more than these is for the proxy to stop, not for our memory. */
const mostAddresses = 50_000;

/**
 * A limit by address, kept in this process only: an address is personal data and is never written down. Behind a
 * balancer with N replicas the limit is up to N times as wide.
 */
export function createAddressLimit(options: {
  readonly most: number;
  readonly windowMs: number;
  readonly clock: Clock;
}): AddressLimit {
  const { most, windowMs, clock } = options;
  let window = 0;
  const used = new Map<string, number>();
  return {
    allows(address) {
      const now = Math.floor(clock.now().getTime() / windowMs);
      if (now !== window || used.size >= mostAddresses) {
        used.clear();
        window = now;
      }
      const count = (used.get(address) ?? 0) + 1;
      used.set(address, count);
      return count <= most;
    },
  };
}

/**
 * Who a request comes from, for limits: the address, or for IPv6 its network, of which one household has 2^64
 * addresses. A connection that is already gone has none.
 */
export function addressOf(request: FastifyRequest): string {
  const { ip } = request as { ip?: string };
  if (ip === undefined) return 'gone';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(ip)?.[1];
  if (mapped !== undefined || !ip.includes(':')) return mapped ?? ip;
  const [head = '', tail] = ip.toLowerCase().split('::');
  const groups = head.split(':').filter((group) => group !== '');
  // A compressed address has zeros in the middle; only its first four groups are asked for.
  const rest = tail === undefined ? [] : Array.from({ length: 8 - groups.length }, () => '0');
  return [...groups, ...rest].slice(0, 4).join(':');
}
