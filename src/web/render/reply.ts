import { stripIsolates } from '../../language/scripts/index.ts';
import { encodeAction } from '../../messages/action.ts';
import type { Block, Button, Inline, Reply } from '../../messages/reply.ts';
import type { Translate } from '../../messages/texts.ts';
import { type Html, html } from './html.ts';
import { safeUrl, telUrl } from './links.ts';

/** Words of the page itself that a message needs, in the reader's locale. */
export interface MessageWords {
  readonly you: string;
  readonly bot: string;
  readonly official: string;
  readonly unofficial: string;
  readonly map: string;
}

/** The page's words for messages in one locale. */
export function messageWords(t: Translate): MessageWords {
  return {
    you: t('web.you'),
    bot: t('web.bot'),
    official: t('web.official'),
    unofficial: t('web.unofficial'),
    map: t('contact.map'),
  };
}

/** A reply as an article. The page script builds the same elements from the same reply. */
export function replyArticle(reply: Reply, id: string, words: MessageWords): Html {
  return html`<article class="message bot" id="${id}" data-author="bot" lang="${reply.locale}" dir="${reply.dir}"><h2 class="hidden">${words.bot}</h2>${replyBody(reply, words)}</article>`;
}

/** Blocks and buttons of a reply, without what stands around them. */
export function replyBody(reply: Reply, words: MessageWords): Html {
  return html`${reply.blocks.map((block) => blockHtml(block, words))}${buttonsHtml(reply.buttons)}`;
}

/** What a person wrote or pressed. Its direction is its own: on the text, for the heading's letters would decide it. */
export function userArticle(text: string, id: string, words: MessageWords): Html {
  return html`<article class="message user" id="${id}" data-author="user"><h2 class="hidden">${words.you}</h2><p dir="auto">${text}</p></article>`;
}

function blockHtml(block: Block, words: MessageWords): Html {
  switch (block.type) {
    case 'heading':
      return html`<h3>${block.text}</h3>`;
    case 'paragraph':
      return html`<p>${block.content.map(inlineHtml)}</p>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${item}</li>`);
      const list = block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
      return html`${block.title === undefined ? null : html`<h3>${block.title}</h3>`}${list}`;
    }
    case 'quote':
      return html`<details class="quote${block.official ? ' official' : ''}"><summary>${block.title}<span class="mark">${block.official ? words.official : words.unofficial}</span></summary><blockquote lang="${block.lang}" dir="${block.dir}">${block.text}</blockquote></details>`;
    case 'note':
      return html`<p class="note ${block.tone}"${block.tone === 'urgent' ? html` role="alert"` : null}>${block.text}</p>`;
    case 'sources':
      return html`<footer class="sources"><h3>${block.title}</h3><ul>${block.items.map(({ line, url }) => html`<li>${linked(line, url)}</li>`)}</ul></footer>`;
    case 'table':
      return html`<div class="table" tabindex="0" role="region" aria-label="${block.title}"><table><caption>${block.title}</caption><thead><tr><td></td>${block.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead><tbody>${block.rows.map((row) => html`<tr><th scope="row">${row.label}</th>${row.cells.map((cell, index) => html`<td data-column="${block.columns[index] ?? ''}">${cell}</td>`)}</tr>`)}</tbody></table></div>`;
    case 'contact':
      return html`<section class="contact"><h3>${block.name}</h3><ul>${block.lines.map((line) => html`<li>${line}</li>`)}</ul><p class="ways">${block.phones.map((phone) => html`<a class="way" href="${telUrl(phone)}">☎ ${stripIsolates(phone)}</a>`)}${block.url === undefined ? null : link(block.url, block.url.replace(/^https?:\/\/(?:www\.)?/u, ''), 'way')}${block.map === undefined ? null : link(block.map, words.map, 'way')}</p></section>`;
  }
}

function inlineHtml(inline: Inline): Html {
  if (inline.type === 'strong') return html`<strong>${inline.text}</strong>`;
  return inline.type === 'link' ? linked(inline.text, inline.url) : html`${inline.text}`;
}

function linked(text: string, url: string | undefined): Html {
  return url === undefined ? html`${text}` : link(url, text, '');
}

function link(url: string, text: string, kind: string): Html {
  const safe = safeUrl(url);
  if (safe === null) return html`${text}`;
  return html`<a${kind === '' ? null : html` class="${kind}"`} href="${safe}" rel="noopener noreferrer" target="_blank">${text}</a>`;
}

/** Buttons are submit buttons of a form: they work without JavaScript. */
function buttonsHtml(rows: Reply['buttons']): Html | null {
  if (rows.length === 0) return null;
  return html`<form class="buttons" method="post" action="/chat" data-chat>${rows.map((row) => html`<div class="row">${row.map(buttonHtml)}</div>`)}</form>`;
}

function buttonHtml(button: Button): Html {
  if ('url' in button) return link(button.url, button.label, 'button');
  if ('copy' in button) {
    return html`<button type="button" class="button" data-copy="${stripIsolates(button.copy)}">${button.label}</button>`;
  }
  const { pressed } = button;
  return html`<button class="button" name="action" value="${encodeAction(button.action)}"${pressed === undefined ? null : html` aria-pressed="${String(pressed)}"`}>${button.label}</button>`;
}
