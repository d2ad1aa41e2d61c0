import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PersonRef } from '../conversation/conversation.ts';
import { isLocale, type Locale, locales } from '../language/locale.ts';
import type { AddressLimit, Use } from '../limits/addresses.ts';
import type { Clock } from '../operations/clock.ts';
import type { Store } from '../store/ports/store.ts';
import { addressOf } from './addresses.ts';

/** Someone with the page open: anonymous, known only by a random session. */
export interface Visitor {
  readonly person: PersonRef;
  readonly personId: string;
}

const day = 24 * 60 * 60 * 1000;
/** A session unused for so long is gone, and with it the history. */
const lifetime = 30 * day;
/** The token changes when it is used after so long: a copied cookie does not work for ever. */
const rotateAfter = day;
/** So long the old token still opens the session after a change. */
const overlap = 60_000;

const sessionCookie = 'bagdar';
const languageCookie = 'bagdar_lang';

/** Finds, opens and renews the sessions behind the page's cookie. */
export interface Visitors {
  /** The visitor of a request; `null` when there is no live session. Never sets anything. */
  find(request: FastifyRequest): Promise<Visitor | null>;
  /** The visitor of a request, with a new session when there is none. */
  welcome(request: FastifyRequest, reply: FastifyReply): Promise<Visitor>;
  /** Locale for someone not known yet: the page's own choice, then the browser's languages. */
  locale(request: FastifyRequest): Locale;
  /** Remembers the choice of a language before there is a session. */
  rememberLocale(reply: FastifyReply, locale: Locale): void;
}

export interface VisitorParts {
  readonly store: Pick<Store, 'sessions' | 'people'>;
  readonly clock: Clock;
  /** Some site may show the chat in a frame: browsers then send cookies only when they are marked for it. */
  readonly embedded: boolean;
  /** A random id for a new visitor. */
  readonly newId: () => string;
  readonly newcomers: AddressLimit;
}

/** An address opens sessions faster than people do. */
export class TooManyNewcomers extends Error {
  readonly use: Exclude<Use, { end: 'allowed' }>;
  constructor(use: TooManyNewcomers['use']) {
    super('too many new sessions');
    this.use = use;
  }
}

export function createVisitors({ store, clock, embedded, newId, newcomers }: VisitorParts): Visitors {
  const cookie = embedded
    ? ({ path: '/', httpOnly: true, sameSite: 'none', secure: true, partitioned: true } as const)
    : // `auto`: secure over HTTPS, also behind a proxy that says so; plain on a laptop.
      ({ path: '/', httpOnly: true, sameSite: 'lax', secure: 'auto' } as const);

  const open = async (personId: string, reply: FastifyReply): Promise<void> => {
    const token = await store.sessions.open(personId, lifetime);
    reply.setCookie(sessionCookie, token, { ...cookie, maxAge: lifetime / 1000 });
  };

  const find = async (
    request: FastifyRequest,
  ): Promise<(Visitor & { token: string; expiresAt: Date }) | null> => {
    const token = request.cookies[sessionCookie];
    if (token === undefined || token.length > 100) return null;
    const session = await store.sessions.find(token);
    if (session === null) return null;
    const person = await store.people.byId(session.personId);
    if (person === null) return null;
    const ref = { channel: 'web', id: person.externalId } as const;
    return { person: ref, personId: person.id, token, expiresAt: session.expiresAt };
  };

  return {
    find,
    async welcome(request, reply) {
      const known = await find(request);
      if (known === null) {
        const use = await newcomers.use(addressOf(request));
        if (use.end !== 'allowed') throw new TooManyNewcomers(use);
        const ref = { channel: 'web', id: newId() } as const;
        const person = await store.people.arrive(ref.channel, ref.id);
        await open(person.id, reply);
        return { person: ref, personId: person.id };
      }
      const age = lifetime - (known.expiresAt.getTime() - clock.now().getTime());
      if (age > rotateAfter) {
        await open(known.personId, reply);
        // Another tab may be on its way with the old token: closed at once, it would lose the conversation there.
        await store.sessions.renew(known.token, overlap);
      }
      return known;
    },
    locale(request) {
      const chosen = request.cookies[languageCookie];
      return isLocale(chosen) ? chosen : acceptedLocale(request.headers['accept-language']);
    },
    rememberLocale(reply, locale) {
      reply.setCookie(languageCookie, locale, { ...cookie, maxAge: 365 * 24 * 60 * 60 });
    },
  };
}

/** The first language of a browser's list that we speak; Kazakh when there is none. */
export function acceptedLocale(header: string | undefined): Locale {
  for (const item of (header ?? '').slice(0, 200).split(',')) {
    const tag = item.split(';')[0]?.trim().toLowerCase() ?? '';
    const exact = locales.find((locale) => locale.toLowerCase() === tag);
    if (exact !== undefined) return exact;
    if (tag.startsWith('kk-arab') || tag === 'kk-cn') return 'kk-Arab';
    if (tag.startsWith('kk-latn')) return 'kk-Latn';
    if (tag.startsWith('kk')) return 'kk';
    if (tag.startsWith('ru')) return 'ru';
  }
  return 'kk';
}
