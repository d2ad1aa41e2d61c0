import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { webSite } from './site.ts';

let site: Awaited<ReturnType<typeof webSite>>;
let port: number;
beforeAll(async () => {
  site = await webSite();
  port = Number(new URL(await site.server.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(() => site.close());

/** Statuses of all answers to bytes on one connection, until it closes. */
const statuses = (bytes: string): Promise<string[]> =>
  new Promise((resolve, reject) => {
    let answered = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => {
      answered += chunk;
    });
    socket.once('error', reject);
    socket.once('close', () =>
      resolve([...answered.matchAll(/HTTP\/1\.1 (\d+)/gu)].map(([, code]) => code ?? '')),
    );
  });
const head = (request: string, ...headers: string[]) =>
  [`${request} HTTP/1.1`, 'Host: chat.example', ...headers, '', ''].join('\r\n');

it.each([
  ['no request at all', '\x16\x03\x01\x02\0\r\n\r\n', '400'],
  ['two lengths', `${head('POST /chat', 'Content-Length: 2', 'Content-Length: 3')}{}`, '400'],
  [
    'two ways to tell the length',
    `${head('POST /chat', 'Content-Length: 2', 'Transfer-Encoding: chunked')}0\r\n\r\n`,
    '400',
  ],
  ['headers without end', head('GET /', `X: ${'y'.repeat(20_000)}`), '431'],
  [
    'a broken chunk',
    `${head('POST /chat', 'Content-Type: application/json', 'Transfer-Encoding: chunked')}zz\r\n`,
    '400',
  ],
])('%s is answered once, and the connection closes', async (_, bytes, status) => {
  expect(await statuses(bytes)).toEqual([status]);
});

it.each([
  ['at once', head('DELETE /%ff%fe', 'Connection: close'), '400'],
  ['after a while', head('DELETE /api/history', 'Connection: close'), '204'],
])(
  'bytes after the last request of a connection change nothing of its answer, given %s',
  async (_, request, status) => {
    expect(await statuses(`${request}text=more`)).toEqual([status]);
  },
);
