import { directionOf, type Locale } from '../language/locale.ts';
import type { Block, Button, NoteTone, Reply } from './reply.ts';

/** Short makers for the blocks used most. */

export function paragraph(text: string): Block {
  return { type: 'paragraph', content: [{ type: 'text', text }] };
}

export function heading(text: string): Block {
  return { type: 'heading', text };
}

export function note(tone: NoteTone, text: string): Block {
  return { type: 'note', tone, text };
}

export function list(items: readonly string[], options: { title?: string; ordered?: boolean } = {}): Block {
  return {
    type: 'list',
    ordered: options.ordered ?? false,
    items,
    ...(options.title === undefined ? {} : { title: options.title }),
  };
}

/** A whole message in a locale. */
export function reply(
  locale: Locale,
  blocks: readonly Block[],
  buttons: readonly (readonly Button[])[] = [],
): Reply {
  return { locale, dir: directionOf(locale), blocks, buttons: buttons.filter((row) => row.length > 0) };
}
