import type { MessageEntity } from 'grammy/types';

/** Text with entities. Offsets and lengths are UTF-16 units, as Telegram counts them. */
export interface RichText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/** What may mark a range: an entity without its place. */
export type Mark =
  | { readonly type: 'bold' | 'italic' | 'expandable_blockquote' }
  | { readonly type: 'text_link'; readonly url: string };

/** Text without marks. What Telegram would drop is dropped here, so that offsets stay exact. */
export function plain(text: string): RichText {
  return { text: clean(text), entities: [] };
}

/** Text marked as a whole. */
export function marked(text: string, ...marks: readonly Mark[]): RichText {
  return mark(plain(text), ...marks);
}

/** Puts marks around a text, outermost first. An empty range gets none: Telegram refuses those. */
export function mark(rich: RichText, ...marks: readonly Mark[]): RichText {
  if (rich.text.trim() === '') return rich;
  const around = marks.map((one) => ({ ...one, offset: 0, length: rich.text.length }));
  return { text: rich.text, entities: [...around, ...rich.entities] };
}

/** Joins texts, moving entities along. Empty texts take no separator. */
export function join(parts: readonly RichText[], separator = ''): RichText {
  let text = '';
  const entities: MessageEntity[] = [];
  for (const part of parts) {
    if (part.text === '') continue;
    if (text !== '') text += separator;
    for (const entity of part.entities) entities.push({ ...entity, offset: entity.offset + text.length });
    text += part.text;
  }
  return { text, entities };
}

/** The part from `start` to `end`, without white space at its ends, with entities cut to it. */
export function slice(rich: RichText, start: number, end: number): RichText {
  let from = start;
  let to = end;
  while (from < to && isSpace(rich.text[from])) from += 1;
  while (to > from && isSpace(rich.text[to - 1])) to -= 1;
  const entities = rich.entities.flatMap((entity) => {
    const first = Math.max(entity.offset, from);
    const last = Math.min(entity.offset + entity.length, to);
    return last > first ? [{ ...entity, offset: first - from, length: last - first }] : [];
  });
  return { text: rich.text.slice(from, to), entities };
}

function isSpace(unit: string | undefined): boolean {
  return unit !== undefined && /\s/u.test(unit);
}

/**
 * Removes what Telegram's servers remove or replace: control characters, carriage returns, line and paragraph separators,
 * bidirectional embeddings and overrides (isolates stay). Half a surrogate pair, which they refuse, becomes U+FFFD.
 */
function clean(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
      .replace(/[\u202a-\u202e]/gu, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
      .replace(/[\u0000-\u0008\u000b-\u001f]/gu, ' ')
  );
}
