import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Use } from '../limits/addresses.ts';
import { reply as makeReply, paragraph } from '../messages/build.ts';
import { createIds } from '../operations/ids.ts';
import { addressOf } from './addresses.ts';
import { dismissRoute } from './announcements.ts';
import { serveAssets } from './assets.ts';
import { createBrokenRequests } from './broken-requests.ts';
import { createMailroom } from './mailroom.ts';
import type { WebParts } from './parts.ts';
import { page } from './render/page.ts';
import { messageWords, replyArticle } from './render/reply.ts';
import { apiRoutes } from './routes/api.ts';
import { checklistRoute } from './routes/checklist.ts';
import { operationRoutes } from './routes/operations.ts';
import { pageRoutes } from './routes/page.ts';
import { webhookRoute } from './routes/webhook.ts';
import { isOwnPage, secureHeaders } from './security.ts';
import { createVisitors, TooManyNewcomers } from './visitor.ts';

/** Largest body of the chat, in bytes: a pasted text of 100 KB is answered, a film is not read. */
const bodyLimit = 256 * 1024;

/** The web face: the chat page, its API, health, metrics and Telegram's webhook. */
export async function createWebServer(parts: WebParts): Promise<FastifyInstance> {
  const { config, logger } = parts;
  const broken = createBrokenRequests();
  const server = Fastify({
    loggerInstance: quiet(logger),
    bodyLimit,
    clientErrorHandler: broken.refuse,
    // Of the addresses in X-Forwarded-For the last one outside these is the visitor's: a proxy of ours stands on this
    // machine or in the same private network (compose, Kubernetes). Without it all visitors would share one limit.
    trustProxy: 'loopback, linklocal, uniquelocal',
    // A request that a proxy sends on a line it has open, in the very moment of a stop, is answered like any other.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
  }) as unknown as FastifyInstance;
  broken.follow(server.server);
  await secureHeaders(server, config.web.origins);
  await server.register(cookie);
  await server.register(formbody, { bodyLimit });
  const visitors = createVisitors({
    store: parts.store,
    clock: parts.clock,
    embedded: config.web.origins.length > 0,
    newId: () => createIds().id(),
    newcomers: parts.addressLimits.newcomers,
  });

  server.addHook('onRequest', async (request, reply) => {
    const changes = request.method !== 'GET' && request.method !== 'HEAD';
    if (!changes || request.url.startsWith('/telegram/')) return;
    if (!isOwnPage(request)) {
      return reply
        .code(403)
        .send({ error: 'cross_origin', message: 'This request did not come from the chat page.' });
    }
    // What is not there costs nothing.
    if (request.is404) return;
    const use = await parts.addressLimits.changes.use(addressOf(request));
    if (use.end !== 'allowed') return refuse(request, reply, use, 'address_requests');
  });
  server.addHook('onResponse', async (request, reply) => {
    // A call held on purpose says nothing of how quick we are.
    if (request.method === 'GET' && request.routeOptions.url === '/api/messages') return;
    parts.onRequest?.(request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime / 1000);
  });
  server.setErrorHandler(async (error: { statusCode?: number; message: string }, request, reply) => {
    if (error instanceof TooManyNewcomers) return refuse(request, reply, error.use, 'address_sessions');
    const status = error.statusCode ?? 500;
    if (status >= 500) logger.error({ err: error, route: request.routeOptions.url }, 'a request failed');
    const t = parts.texts.for(visitors.locale(request));
    return fault(request, reply, status, `http_${status}`, t(faultText(status)));
  });
  server.setNotFoundHandler((request, reply) =>
    fault(request, reply, 404, 'not_found', parts.texts.for(visitors.locale(request))('web.not_found')),
  );

  /**
   * Turns a request over a limit away: in words once, then with a bare status, for which the page has words of its own.
   * Never by a cut line: a proxy would take us for ill.
   */
  function refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    { end, afterS }: Exclude<Use, { end: 'allowed' }>,
    limit: 'address_requests' | 'address_sessions',
  ): FastifyReply {
    parts.onLimited?.(limit, end);
    reply.header('retry-after', afterS);
    if (end === 'dropped') return reply.code(429).send();
    const t = parts.texts.for(visitors.locale(request));
    return fault(request, reply, 429, 'slow_down', t('web.slow_down'));
  }

  /** A fault in words: a page for people, JSON for the page script and for programs. */
  function fault(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    code: string,
    message: string,
  ): FastifyReply {
    const wantsPage = request.headers.accept?.includes('text/html') === true && assets !== null;
    if (!wantsPage) return reply.code(status).send({ error: code, message });
    const locale = visitors.locale(request);
    const t = parts.texts.for(locale);
    const note = replyArticle(makeReply(locale, [paragraph(message)]), 'm1', messageWords(t));
    return reply
      .code(status)
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(page({ locale, t, assets, messages: [note], draft: '' }));
  }

  const assets = config.web.chat ? serveAssets(server) : null;
  operationRoutes(server, parts);
  if (parts.telegramWebhook !== null) webhookRoute(server, parts.telegramWebhook);
  if (assets !== null) {
    pageRoutes(server, parts, visitors, assets);
    dismissRoute(server);
    checklistRoute(server, parts, visitors);
    const mailroom = createMailroom(parts.store.history, {
      ...parts.mailroom,
      onError: (error) => logger.warn({ err: error }, 'messages for open pages could not be looked up'),
    });
    const stopHearing = parts.store.hints.hear('pages', mailroom.rouse);
    // Held calls would keep the server from closing.
    server.addHook('preClose', async () => {
      stopHearing();
      mailroom.close();
    });
    apiRoutes(server, parts, visitors, mailroom);
  }
  return server;
}

function faultText(status: number): string {
  if (status >= 500) return 'error.general';
  return status === 413 ? 'web.too_long' : 'web.bad_request';
}

/** Fastify logs each request at info with its address; ours go to metrics instead, and only faults to the log. */
function quiet(logger: WebParts['logger']): WebParts['logger'] {
  return logger.child(
    {},
    { level: logger.level === 'trace' || logger.level === 'debug' ? logger.level : 'warn' },
  );
}
