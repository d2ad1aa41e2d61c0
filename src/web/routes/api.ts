import type { FastifyInstance } from 'fastify';
import { encodeAction } from '../../messages/action.ts';
import type { Button, Reply, ReplyFile } from '../../messages/reply.ts';
import { keptMessages, shownMessage, takeTurn } from '../chat.ts';
import { readInput } from '../input.ts';
import type { Mailroom } from '../mailroom.ts';
import type { WebParts } from '../parts.ts';
import type { Visitors } from '../visitor.ts';

/** A button as the page script gets it: the action already as the code it sends back. */
type ApiButton =
  | { label: string; code: string; pressed?: boolean }
  | { label: string; url: string }
  | { label: string; copy: string };

/** The page script's side of the chat. */
export function apiRoutes(
  server: FastifyInstance,
  parts: WebParts,
  visitors: Visitors,
  mailroom: Mailroom,
): void {
  const { store, texts } = parts;

  server.post('/api/messages', async (request, reply) => {
    const input = readInput(request.body);
    const locale = visitors.locale(request);
    if (input === null) {
      return reply.code(400).send({ error: 'bad_request', message: texts.for(locale)('web.bad_request') });
    }
    const visitor = await visitors.welcome(request, reply);
    const {
      replies,
      replace,
      notice,
      files,
      locale: now,
      said,
    } = await takeTurn(parts, visitor, input, locale);
    return reply.header('cache-control', 'no-store').send({
      turn: {
        replies: replies.map(apiReply),
        replace,
        locale: now,
        ...(notice === undefined ? {} : { notice }),
        ...(files === undefined ? {} : { files: files.map(apiFile) }),
      },
      ...(said === undefined ? {} : { user: said }),
    });
  });

  // Held open until there is something: see `mailroom.ts`.
  server.get<{ Querystring: { after?: string } }>('/api/messages', async (request, reply) => {
    const visitor = await visitors.find(request);
    if (visitor === null) return reply.code(204).send();
    const after = Number(request.query.after ?? 0);
    const gone = new AbortController();
    request.raw.socket.once('close', () => gone.abort());
    const from = Number.isSafeInteger(after) && after >= 0 ? after : 0;
    const { messages, pauseS } = await mailroom.wait(visitor.personId, from, gone.signal);
    const locale = visitors.locale(request);
    return reply.header('cache-control', 'no-store').send({
      replies: messages.flatMap((message) => {
        const shown = shownMessage(message, locale);
        return 'reply' in shown ? [apiReply(shown.reply)] : [];
      }),
      last: messages.at(-1)?.id ?? from,
      pause: pauseS,
    });
  });

  server.get('/api/history', async (request, reply) => {
    const visitor = await visitors.find(request);
    const locale = visitors.locale(request);
    const messages = visitor === null ? [] : await store.history.list(visitor.personId, keptMessages);
    return reply.header('cache-control', 'no-store').send({
      messages: messages.map((message) => {
        const shown = shownMessage(message, locale);
        return 'text' in shown
          ? { author: 'user', text: shown.text }
          : { author: 'bot', reply: apiReply(shown.reply) };
      }),
    });
  });

  server.delete('/api/history', async (request, reply) => {
    const visitor = await visitors.find(request);
    if (visitor !== null) {
      await store.history.clear(visitor.personId);
      await store.contexts.clear(visitor.personId);
    }
    return reply.code(204).send();
  });
}

/** A reply as the page script gets it: actions are codes. */
export function apiReply(reply: Reply): object {
  return { ...reply, buttons: reply.buttons.map((row) => row.map(apiButton)) };
}

function apiButton(button: Button): ApiButton {
  if ('url' in button) return { label: button.label, url: button.url };
  if ('copy' in button) return { label: button.label, copy: button.copy };
  const { label, action, pressed } = button;
  return { label, code: encodeAction(action), ...(pressed === undefined ? {} : { pressed }) };
}

/** A file as the page script gets it, to be saved under its name. */
function apiFile({ name, type, bytes }: ReplyFile): { name: string; type: string; base64: string } {
  return { name, type, base64: Buffer.from(bytes).toString('base64') };
}
