import type { FastifyInstance } from 'fastify';
import type { WebParts } from '../parts.ts';

/** `/healthz`, `/readyz`, one check of it by name (`/readyz/running`, for proxies), and `/metrics`. */
export function operationRoutes(server: FastifyInstance, { health, metrics }: WebParts): void {
  server.get('/healthz', async (_request, reply) => reply.send(health.alive()));
  server.get('/readyz', async (_request, reply) => {
    const report = await health.ready();
    return reply.code(report.ok ? 200 : 503).send(report);
  });
  server.get<{ Params: { check: string } }>('/readyz/:check', async (request, reply) => {
    const report = await health.one(request.params.check);
    if (report === null) return reply.callNotFound();
    return reply.code(report.ok ? 200 : 503).send(report);
  });
  server.get('/metrics', async (_request, reply) =>
    reply.header('content-type', metrics.contentType).send(await metrics.render()),
  );
}
