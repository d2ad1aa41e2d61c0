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

/** A whole message in a locale. A button that does what an earlier one does is left out: parts of an answer do not know of each other. */
export function reply(
  locale: Locale,
  blocks: readonly Block[],
  buttons: readonly (readonly Button[])[] = [],
): Reply {
  return { locale, dir: directionOf(locale), blocks, buttons: withoutRepeats(buttons) };
}

function withoutRepeats(rows: readonly (readonly Button[])[]): Button[][] {
  const seen = new Set<string>();
  return rows
    .map((row) =>
      row.filter(({ label: _, ...does }) => {
        const key = JSON.stringify(does);
        return seen.size < seen.add(key).size;
      }),
    )
    .filter((row) => row.length > 0);
}
