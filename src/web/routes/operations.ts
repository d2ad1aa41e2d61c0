import type { FastifyInstance } from 'fastify';
import type { WebParts } from '../parts.ts';

/** `/healthz`, `/readyz` and `/metrics`. */
export function operationRoutes(server: FastifyInstance, { health, metrics }: WebParts): void {
  server.get('/healthz', async (_request, reply) => reply.send(health.alive()));
  server.get('/readyz', async (_request, reply) => {
    const report = await health.ready();
    return reply.code(report.ok ? 200 : 503).send(report);
  });
  server.get('/metrics', async (_request, reply) =>
    reply.header('content-type', metrics.contentType).send(await metrics.render()),
  );
}
