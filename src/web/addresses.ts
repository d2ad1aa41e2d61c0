import type { FastifyRequest } from 'fastify';

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
