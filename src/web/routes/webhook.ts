import type { FastifyInstance } from 'fastify';
import { maxWebhookBody, secretHeaderName, type WebhookHandler } from '../../telegram/webhook.ts';

/** Telegram's webhook: its status is all that Telegram reads. */
export function webhookRoute(server: FastifyInstance, webhook: WebhookHandler): void {
  server.post('/telegram/webhook', { bodyLimit: maxWebhookBody }, async (request, reply) => {
    const secret = request.headers[secretHeaderName];
    const status = await webhook(request.body, typeof secret === 'string' ? secret : undefined);
    return reply.code(status).send();
  });
}
