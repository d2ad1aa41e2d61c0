import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CurrentAnnouncement } from '../announcements/current.ts';
import type { Translate } from '../messages/texts.ts';
import { type Html, html } from './render/html.ts';
import { type MessageWords, replyBody } from './render/reply.ts';

const dismissedCookie = 'bagdar_dismissed';
/** Ids kept in the cookie; there are never more current ones. */
const mostKept = 10;
const keptSeconds = 60 * 24 * 60 * 60;

/** Announcements a visitor put away. A cookie knows them: who reads the page need not have a session. */
export function dismissed(request: FastifyRequest): readonly string[] {
  return (request.cookies[dismissedCookie] ?? '').split('.').filter((id) => /^[0-9a-z]{16}$/u.test(id));
}

/** `POST /announcements/dismiss`: puts an announcement away. A plain form: it needs no script. */
export function dismissRoute(server: FastifyInstance): void {
  server.post<{ Body: { id?: unknown } | undefined }>(
    '/announcements/dismiss',
    async (request, reply): Promise<FastifyReply> => {
      const id = request.body?.id;
      if (typeof id === 'string' && /^[0-9a-z]{16}$/u.test(id)) {
        const ids = [...new Set([id, ...dismissed(request)])].slice(0, mostKept);
        reply.setCookie(dismissedCookie, ids.join('.'), {
          path: '/',
          httpOnly: true,
          sameSite: 'lax',
          secure: 'auto',
          maxAge: keptSeconds,
        });
      }
      return reply.redirect('/', 303);
    },
  );
}

/** Current announcements above the conversation. */
export function announcementSection(
  announcements: readonly CurrentAnnouncement[],
  t: Translate,
  words: MessageWords,
): Html | null {
  if (announcements.length === 0) return null;
  return html`<section class="announcements" aria-label="${t('announcement.on_page')}">${announcements.map(
    ({ id, reply }) =>
      html`<div class="announcement" lang="${reply.locale}" dir="${reply.dir}"><h2>${t('announcement.on_page')}</h2>${replyBody(reply, words)}<form method="post" action="/announcements/dismiss"><button class="dismiss" name="id" value="${id}">${t('announcement.dismiss')}</button></form></div>`,
  )}</section>`;
}
