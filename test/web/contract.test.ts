import { decodeAction } from '../../src/messages/action.ts';
import { messageWords, replyArticle } from '../../src/web/render/reply.ts';
import { type Face, facesContract, type ShownButton } from '../contract/faces.ts';
import { findAll, type MarkupNode, parseMarkup, textOf } from '../support/markup.ts';
import { texts } from '../support/texts.ts';

/** The web page as the server renders it; the page script is held to the same elements by the browser tests. */
const web: Face = {
  async show(reply) {
    const root = parseMarkup(replyArticle(reply, 'm1', messageWords(texts.for(reply.locale))).text);
    const buttons = findAll(root, (node) => hasClass(node, 'button'));
    return {
      text: textOf(root),
      folded: findAll(root, ({ name }) => name === 'blockquote').map(textOf),
      links: findAll(root, (node) => node.name === 'a' && !hasClass(node, 'button')).map(
        ({ attributes }) => attributes.href ?? '',
      ),
      buttons: buttons.map(shownButton),
    };
  },
};

function shownButton(node: MarkupNode): ShownButton {
  const { href, value } = node.attributes;
  const label = textOf(node);
  if (href !== undefined) return { label, url: href };
  const pressed = node.attributes['aria-pressed'];
  if (value !== undefined)
    return {
      label,
      action: decodeAction(value),
      ...(pressed === undefined ? {} : { pressed: pressed === 'true' }),
    };
  return { label, copy: node.attributes['data-copy'] ?? '' };
}

function hasClass(node: MarkupNode, name: string): boolean {
  return (node.attributes.class ?? '').split(' ').includes(name);
}

facesContract('web', () => web);
