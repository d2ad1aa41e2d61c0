import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { welcome } from '../../src/conversation/about.ts';
import { locales } from '../../src/language/locale.ts';
import { page } from '../../src/web/render/page.ts';
import { messageWords, replyArticle } from '../../src/web/render/reply.ts';
import { texts } from '../support/texts.ts';

/** What a phone on a slow network loads before it can ask, in bytes after compression. */
const most = 60_000;

const files = ['chat.js', 'chat.css', 'icon.svg'];
const assets = { script: '/s.js', style: '/s.css', icon: '/i.svg', manifest: '/m.webmanifest' };

describe('the weight of the page', () => {
  for (const locale of locales) {
    it(`is under 60 KB with everything it loads, in ${locale}`, () => {
      const t = texts.for(locale);
      const messages = [replyArticle(welcome({ locale, t }, false), 'm1', messageWords(t))];
      const markup = Buffer.from(page({ locale, t, assets, messages, draft: '' }));
      const own = files.map((name) => readFileSync(new URL(`../../src/web/page/${name}`, import.meta.url)));
      const weight = [markup, ...own].reduce((sum, body) => sum + gzipSync(body).length, 0);
      expect(weight).toBeLessThan(most);
    });
  }

  it('asks nothing of other hosts', () => {
    for (const name of files) {
      const body = readFileSync(new URL(`../../src/web/page/${name}`, import.meta.url), 'utf8');
      const hosts = [...body.matchAll(/\bhttps?:\/\/[\w.-]+/gu)].map(([address]) => address);
      expect(hosts.filter((address) => address !== 'http://www.w3.org')).toEqual([]);
    }
  });
});
