import type { FastifyInstance } from 'fastify';
import { maxWebhookBody, secretHeaderName, type Webhook } from '../../telegram/webhook.ts';

/** Telegram's webhook: its status is all that Telegram reads. */
export function webhookRoute(server: FastifyInstance, webhook: Webhook): void {
  server.post('/telegram/webhook', {
    bodyLimit: maxWebhookBody,
    async onRequest(request, reply) {
      const secret = request.headers[secretHeaderName];
      if (webhook.admits(typeof secret === 'string' ? secret : undefined)) return;
      // Closed, or Node would read the body to its end to keep the connection.
      await reply.code(401).header('connection', 'close').send();
    },
    handler: async (request, reply) => reply.code(await webhook.take(request.body)).send(),
  });
}
