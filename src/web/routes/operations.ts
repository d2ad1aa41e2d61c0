import type { FastifyInstance } from 'fastify';
import type { WebParts } from '../parts.ts';

/**
 * `/healthz`, `/readyz` and `/metrics`. `/readyz/web` leaves Telegram out, for a proxy that asks where to send visitors:
 * the web chat must not go away when Telegram cannot be reached.
 */
export function operationRoutes(server: FastifyInstance, { health, metrics }: WebParts): void {
  server.get('/healthz', async (_request, reply) => reply.send(health.alive()));
  server.get('/readyz', async (_request, reply) => {
    const report = await health.ready();
    return reply.code(report.ok ? 200 : 503).send(report);
  });
  server.get('/readyz/web', async (_request, reply) => {
    const checks = (await health.ready()).checks.filter(({ name }) => name !== 'telegram');
    const ok = checks.every((check) => check.ok);
    return reply.code(ok ? 200 : 503).send({ ok, checks });
  });
  server.get('/metrics', async (_request, reply) =>
    reply.header('content-type', metrics.contentType).send(await metrics.render()),
  );
}
