import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { AssetUrls } from './render/page.ts';

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json',
};

/** A year: the name changes with the content. */
const forever = 'public, max-age=31536000, immutable';

interface Asset {
  readonly url: string;
  readonly type: string;
  readonly body: Buffer;
}

/**
 * The page's own files, read once and served from memory under names with their hash. Nothing on disk is ever looked
 * up by a request's path, so there is no path to trick.
 */
export function serveAssets(server: FastifyInstance): AssetUrls {
  const script = asset('chat.js');
  const style = asset('chat.css');
  const icon = asset('icon.svg');
  const manifest = manifestFor(icon.url);
  for (const each of [script, style, icon, manifest]) serve(server, each);
  return { script: script.url, style: style.url, icon: icon.url, manifest: manifest.url };
}

/** Serves one more of the page's files; returns its address. */
export function serveFile(server: FastifyInstance, name: string): string {
  const file = asset(name);
  serve(server, file);
  return file.url;
}

function serve(server: FastifyInstance, { url, type, body }: Asset): void {
  server.get(url, (_request, reply) =>
    reply.header('content-type', type).header('cache-control', forever).send(body),
  );
}

function asset(name: string): Asset {
  return named(name, readFileSync(new URL(`page/${name}`, import.meta.url)));
}

function named(name: string, body: Buffer): Asset {
  const [stem = '', extension = ''] = name.split('.');
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return {
    url: `/assets/${stem}.${hash}.${extension}`,
    type: types[extension] ?? 'application/octet-stream',
    body,
  };
}

function manifestFor(icon: string): Asset {
  const manifest = {
    name: 'Бағдар',
    short_name: 'Бағдар',
    start_url: '/',
    display: 'standalone',
    background_color: '#fbf8f2',
    theme_color: '#00707f',
    icons: [{ src: icon, sizes: 'any', type: 'image/svg+xml' }],
  };
  return named('manifest.webmanifest', Buffer.from(JSON.stringify(manifest)));
}
