import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { welcome } from '../../conversation/about.ts';
import { isLocale, type Locale } from '../../language/locale.ts';
import { note } from '../../messages/build.ts';
import type { Reply } from '../../messages/reply.ts';
import { announcementSection, dismissed } from '../announcements.ts';
import { keptMessages, shownMessage, takeTurn } from '../chat.ts';
import { readInput } from '../input.ts';
import type { WebParts } from '../parts.ts';
import type { Html } from '../render/html.ts';
import { type AssetUrls, page } from '../render/page.ts';
import { messageWords, replyArticle, userArticle } from '../render/reply.ts';
import type { Visitor, Visitors } from '../visitor.ts';

/** The chat as a page: works without JavaScript, as a form that comes back with the conversation. */
export function pageRoutes(
  server: FastifyInstance,
  parts: WebParts,
  visitors: Visitors,
  assets: AssetUrls,
): void {
  const { conversation, store, texts } = parts;

  server.get<{ Querystring: { lang?: string; q?: string } }>('/', async (request, reply) => {
    const visitor = await visitors.find(request);
    const { lang, q } = request.query;
    if (isLocale(lang)) {
      visitors.rememberLocale(reply, lang);
      if (visitor !== null) await store.people.prefer(visitor.personId, { locale: lang }, 'choice');
      // Without the parameter the address can be passed on without passing on the language.
      return reply.redirect('/', 303);
    }
    const locale = await localeOf(request, visitor);
    const history = visitor === null ? [] : await store.history.list(visitor.personId, keptMessages);
    const words = messageWords(texts.for(locale));
    const messages = history.map((message, index) => {
      const shown = shownMessage(message, locale);
      const id = `m${index + 1}`;
      return 'text' in shown ? userArticle(shown.text, id, words) : replyArticle(shown.reply, id, words);
    });
    const last = visitor === null ? null : (history.at(-1)?.id ?? 0);
    const off = (await parts.banner?.(locale)) ?? null;
    const opening = messages.length > 0 ? messages : [replyArticle(greeting(locale), 'm1', words)];
    const first = off === null ? opening : [...opening, replyArticle(off, `m${opening.length + 1}`, words)];
    const current = (await parts.announcements?.(locale)) ?? [];
    const away = dismissed(request);
    const announcements = announcementSection(
      current.filter(({ id }) => !away.includes(id)),
      texts.for(locale),
      words,
    );
    return sendPage(reply, locale, first, typeof q === 'string' ? q.slice(0, 500) : '', last, announcements);
  });

  server.get<{ Params: { entry: string } }>('/a/:entry', async (request, reply) => {
    const locale = await localeOf(request, await visitors.find(request));
    const answerer = parts.answerer();
    const { entry: id } = request.params;
    const shown =
      answerer.show({ do: 'entry', id }, { locale }) ??
      answerer.show({ do: 'subject', id }, { locale }) ??
      answerer.show({ do: 'clause', id }, { locale });
    const words = messageWords(texts.for(locale));
    const off = (await parts.banner?.(locale)) ?? null;
    if (off !== null) return sendPage(reply.code(503), locale, [replyArticle(off, 'm1', words)], '');
    const messages = [replyArticle(shown?.reply ?? missing(locale), 'm1', words)];
    return sendPage(reply.code(shown === null ? 404 : 200), locale, messages, '');
  });

  // A mistyped address opened in a browser: the chat with a word about it. Programs get the error as JSON.
  server.get('/*', async (request, reply) => {
    if (request.headers.accept?.includes('text/html') !== true) return reply.callNotFound();
    const locale = await localeOf(request, await visitors.find(request));
    const message = replyArticle(missing(locale), 'm1', messageWords(texts.for(locale)));
    return sendPage(reply.code(404), locale, [message], '');
  });

  server.post('/chat', async (request, reply) => {
    const input = readInput(request.body);
    if (input === null) return reply.redirect('/', 303);
    const visitor = await visitors.welcome(request, reply);
    const { files } = await takeTurn(parts, visitor, input, visitors.locale(request));
    const [file] = files ?? [];
    // The page stays where it is, and the browser saves the file.
    if (file !== undefined) {
      return reply
        .header('content-type', file.type)
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .header('cache-control', 'no-store')
        .send(Buffer.from(file.bytes));
    }
    const { length } = await store.history.list(visitor.personId, keptMessages);
    return reply.redirect(length === 0 ? '/' : `/#m${length}`, 303);
  });

  function localeOf(request: FastifyRequest, visitor: Visitor | null): Promise<Locale> | Locale {
    const hint = visitors.locale(request);
    return visitor === null ? hint : conversation.localeOf(visitor.person, { locale: hint });
  }

  function greeting(locale: Locale): Reply {
    return welcome({ locale, t: texts.for(locale) }, false);
  }

  function missing(locale: Locale): Reply {
    const first = greeting(locale);
    return { ...first, blocks: [note('warning', texts.for(locale)('web.not_found')), ...first.blocks] };
  }

  function sendPage(
    reply: FastifyReply,
    locale: Locale,
    messages: readonly Html[],
    draft: string,
    last: number | null = null,
    announcements: Html | null = null,
  ): FastifyReply {
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-language', locale)
      .header('vary', 'Accept-Language, Cookie')
      .send(page({ locale, t: texts.for(locale), assets, announcements, messages, draft, last }));
  }
}
