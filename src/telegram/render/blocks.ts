import type { Direction } from '../../language/locale.ts';
import type { Block, Citation, Inline, NoteTone } from '../../messages/reply.ts';
import { directed, directionMark } from './direction.ts';
import { join, type Mark, mark, marked, plain, type RichText } from './rich-text.ts';

/** Signs of notes: a phone shows no colours in a text. */
const signs: Readonly<Record<NoteTone, string>> = {
  info: 'ℹ️',
  warning: '⚠️',
  uncertain: '❔',
  unofficial: '📝',
  converted: '🔤',
  urgent: '🚨',
};

const bold: Mark = { type: 'bold' };
const italic: Mark = { type: 'italic' };

/** One block as text with entities; `dir` is the direction of the reply it stands in. */
export function blockText(block: Block, dir: Direction): RichText {
  const say = (text: string): string => directed(text, dir);
  switch (block.type) {
    case 'heading':
      return marked(say(block.text), bold);
    case 'paragraph':
      return join(
        block.content.map((inline, index) => inlineText(inline, index === 0 ? say : (text) => text)),
      );
    case 'list': {
      const items = block.items.map((item, index) =>
        plain(say(block.ordered ? `${index + 1}. ${item}` : `• ${item}`)),
      );
      return join(
        [...(block.title === undefined ? [] : [marked(say(`${block.title}:`), bold)]), ...items],
        '\n',
      );
    }
    case 'quote': {
      const title = marked(say(block.title), bold);
      const text = plain(directed(block.text, block.dir));
      return mark(join([title, text], '\n'), { type: 'expandable_blockquote' });
    }
    case 'note': {
      const text = plain(say(block.text));
      const quiet = block.tone === 'converted' || block.tone === 'unofficial';
      return join([plain(signs[block.tone]), quiet ? mark(text, italic) : text], ' ');
    }
    case 'sources':
      return sourcesText(block.title, block.items, dir);
    case 'table': {
      const rows = block.rows.map((row) =>
        join(
          [
            marked(say(row.label), bold),
            ...row.cells.map((cell, index) => {
              const column = block.columns[index];
              return plain(say(column === undefined || column === '' ? cell : `${column}: ${cell}`));
            }),
          ],
          '\n',
        ),
      );
      return join([marked(say(block.title), bold), ...rows], '\n\n');
    }
    case 'contact': {
      const marks: Mark[] = block.url === undefined ? [bold] : [bold, { type: 'text_link', url: block.url }];
      return join([marked(say(block.name), ...marks), ...block.lines.map((line) => plain(say(line)))], '\n');
    }
  }
}

function inlineText(inline: Inline, say: (text: string) => string): RichText {
  switch (inline.type) {
    case 'text':
      return plain(say(inline.text));
    case 'strong':
      return marked(say(inline.text), bold);
    case 'link':
      return marked(say(inline.text), { type: 'text_link', url: inline.url });
  }
}

/** One source stands on the title's line, several below it. */
function sourcesText(title: string, items: readonly Citation[], dir: Direction): RichText {
  const lines = items.map(sourceLine);
  const head = marked(directed(`${title}:`, dir), bold);
  if (lines.length < 2) return join([head, ...lines], ' ');
  return join(
    [head, ...lines.map((line) => join([plain(`${directionMark(line.text, dir)}• `), line]))],
    '\n',
  );
}

/** The link is on the act's title only: a whole paragraph in blue is not read. */
function sourceLine({ line, title, url }: Citation): RichText {
  if (url === undefined) return plain(line);
  const link: Mark = { type: 'text_link', url };
  if (title === '' || !line.startsWith(title)) return marked(line, link);
  return join([marked(title, link), plain(line.slice(title.length))]);
}
