import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from '../../src/web/render/html.ts';
import { safeUrl, telUrl } from '../../src/web/render/links.ts';

describe('markup', () => {
  it('escapes every value', () => {
    expect(html`<p title="${'"><script>'}">${"<b>&'"}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&#39;</p>',
    );
  });

  it('keeps markup made by itself, joins lists, leaves out nothings', () => {
    expect(html`<ul>${[html`<li>${'а<б'}</li>`, html`<li>2</li>`]}${null}${false}</ul>`.text).toBe(
      '<ul><li>а&lt;б</li><li>2</li></ul>',
    );
  });

  it('never lets a text become an element', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => !/<(?!\/?p>)/u.test(html`<p>${text}</p>`.text)),
    );
  });
});

describe('links', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'нет', ' '])(
    '%s is no link',
    (url) => {
      expect(safeUrl(url)).toBeNull();
    },
  );

  it('of the web are kept as they are', () => {
    expect(safeUrl('https://adilet.zan.kz/rus/docs/V1')).toBe('https://adilet.zan.kz/rus/docs/V1');
  });

  it('to phones keep digits and plus', () => {
    expect(telUrl('+7 (7172) 55-66-31')).toBe('tel:+77172556631');
  });
});
