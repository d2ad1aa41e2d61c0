import { hostileText, pick, type Random } from './values.ts';

/** Bytes on a connection that are almost a request, or none: what a broken client, proxy or attacker sends. */
export function fuzzLine(random: Random): string {
  const method = pick(random, ['GET', 'POST', 'DELETE', 'OPTIONS', 'PUT']);
  const path = pick(random, ['/', '/chat', '/api/messages', '/api/history', '/telegram/webhook', '/%ff%fe']);
  const text = Buffer.from(hostileText(random).toWellFormed()).toString('latin1');
  const head = (...headers: string[]) =>
    [`${method} ${path} HTTP/1.1`, 'Host: bagdar.example', 'Connection: close', ...headers, '', ''].join(
      '\r\n',
    );
  return pick(random, [
    // More than the request said it holds.
    `${head()}text=${text}`,
    `${head('Content-Length: 2')}{}${text}`,
    // Two lengths, or two ways to tell it: what request smuggling is made of.
    `${head('Content-Length: 5', 'Content-Length: 6')}abcdef`,
    `${head('Content-Length: 5', 'Transfer-Encoding: chunked')}0\r\n\r\nGET / HTTP/1.1\r\n\r\n`,
    `${head('Transfer-Encoding: chunked', 'Transfer-Encoding: identity')}0\r\n\r\n`,
    `${head('Transfer-Encoding : chunked')}0\r\n\r\n`,
    `${head('Content-Length: -1')}`,
    `${head('Content-Length: 1e3')}`,
    `${head('Content-Type: application/json', 'Transfer-Encoding: chunked')}zz\r\n{}\r\n0\r\n\r\n`,
    `${head('Content-Type: application/json', 'Transfer-Encoding: chunked')}ffffffffffffffffff\r\n{}\r\n`,
    // Less than it said.
    `${head('Content-Type: application/json', 'Content-Length: 100')}{"text":`,
    `${method} ${path}`,
    `${method} ${path} HTTP/1.1\r\nHost: bagdar.example\r\nX: `,
    // No request at all.
    `${method} ${path} HTTP/9.9\r\n\r\n`,
    `BREW ${path} HTTP/1.1\r\n\r\n`,
    `${head(`X: ${'y'.repeat(20_000)}`)}`,
    `${head(...Array.from({ length: 3000 }, (_, at) => `X-${at}: y`))}`,
    `${head('X: a\0b')}`,
    `${head('no colon at all')}`,
    `${method} ${path} HTTP/1.1\r\nConnection: close\r\n\r\n`,
    `${method} /${text.replaceAll(/[\r\n]/gu, '')} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    '\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03',
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    // Line ends alone are waited out, not answered.
    `x${text}\r\n\r\n`,
  ]);
}
