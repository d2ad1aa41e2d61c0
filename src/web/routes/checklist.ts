import type { FastifyInstance } from 'fastify';
import { serveFile } from '../assets.ts';
import type { WebParts } from '../parts.ts';
import { sheetPage } from '../render/sheet.ts';
import type { Visitors } from '../visitor.ts';

/** A visitor's checklist as a page to print. Only who has the list sees it: the address is no secret. */
export function checklistRoute(server: FastifyInstance, parts: WebParts, visitors: Visitors): void {
  const assets = { style: serveFile(server, 'sheet.css'), script: serveFile(server, 'sheet.js') };

  server.get<{ Params: { entry: string } }>('/checklist/:entry', async (request, reply) => {
    const visitor = await visitors.find(request);
    if (visitor === null) return reply.callNotFound();
    const locale = await parts.conversation.localeOf(visitor.person, { locale: visitors.locale(request) });
    const sheet = await parts.sheet(visitor.personId, request.params.entry, locale);
    if (sheet === null) return reply.callNotFound();
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-language', locale)
      .send(sheetPage(sheet, parts.texts.for(locale), assets));
  });
}
