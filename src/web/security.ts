import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * Headers that keep the page to itself: nothing is loaded from elsewhere, no inline script or style runs, no other
 * site frames it except those named in WEB_ORIGINS.
 */
export async function secureHeaders(server: FastifyInstance, origins: readonly string[]): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: origins.length === 0 ? ["'none'"] : [...origins],
      },
    },
    // X-Frame-Options knows no list of sites; frame-ancestors says it all.
    xFrameOptions: origins.length === 0 ? { action: 'deny' } : false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    // Not no-referrer: under it browsers post plain forms with `Origin: null`, and over plain HTTP nothing else would
    // tell our own page from another site.
    referrerPolicy: { policy: 'same-origin' },
    // TLS ends at a proxy, which knows whether the whole host is served over it.
    strictTransportSecurity: false,
  });
}

/** Whether a request that changes something comes from our own page. Other sites' forms and scripts are refused. */
export function isOwnPage(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  // The browser's own word. Origin cannot be asked then: under no-referrer a plain form is posted with `Origin: null`,
  // which once refused everybody without JavaScript.
  if (site === 'same-origin') return true;
  if (site !== undefined && site !== 'none') return false;
  const { origin } = request.headers;
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === request.headers.host;
  } catch {
    return false;
  }
}
