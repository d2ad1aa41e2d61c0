import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

/** Faults of a connection that are not 400, by Node's code. */
const statuses: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/** Answers what is no HTTP request: exactly once, then the connection closes. */
export interface BrokenRequests {
  /** Learns which connections have an answer under way. */
  follow(server: Server): void;
  refuse(error: NodeJS.ErrnoException, socket: Socket): void;
}

/**
 * In place of Fastify's own, which writes its 400 also behind an answer that was given already, or, when the handler is
 * still at work, in its place: a proxy that keeps the connection would take it for the answer to another request.
 */
export function createBrokenRequests(): BrokenRequests {
  const answers = new WeakMap<Socket, ServerResponse>();
  return {
    follow(server) {
      server.prependListener('request', (request, response) => {
        const { socket } = request;
        answers.set(socket, response);
        response.once('finish', () => answers.delete(socket));
      });
    },
    refuse(error, socket) {
      if (error.code === 'ECONNRESET' || !socket.writable) {
        socket.destroy();
        return;
      }
      const answer = answers.get(socket);
      // Bytes after a request that said it was the last of its connection (RFC 9112, 9.6): its answer closes the line.
      if (answer !== undefined && (answer.headersSent || error.code === 'HPE_CLOSED_CONNECTION')) return;
      socket.end(answerTo(error), () => socket.destroy());
    },
  };
}

function answerTo({ code = '' }: NodeJS.ErrnoException): string {
  const status = statuses[code] ?? 400;
  const body = JSON.stringify({ error: `http_${status}`, message: STATUS_CODES[status] });
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n');
}
