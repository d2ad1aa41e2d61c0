import type { Block, Inline, Reply } from './reply.ts';

/** A reply as plain text: what the terminal prints and what `ask --json` calls `answer`. Quotes are left out: they are shown folded, and the answer stands above them. */
export function plainText(reply: Reply): string {
  return reply.blocks
    .map(plainBlock)
    .filter((text) => text !== '')
    .join('\n\n');
}

/** One block without markup. */
export function plainBlock(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'note':
      return block.text;
    case 'paragraph':
      return block.content.map(plainInline).join('');
    case 'list': {
      const items = block.items.map((item, index) => (block.ordered ? `${index + 1}. ${item}` : `• ${item}`));
      return [...(block.title === undefined ? [] : [`${block.title}:`]), ...items].join('\n');
    }
    case 'quote':
      return '';
    case 'sources':
      return `${block.title}: ${block.items.map((item) => item.line).join('; ')}`;
    case 'table':
      return [
        block.title,
        ...block.rows.map((row) =>
          [row.label, ...row.cells.map((cell, index) => `${block.columns[index] ?? ''}: ${cell}`)].join('\n'),
        ),
      ].join('\n\n');
    case 'contact':
      return [block.name, ...block.lines].join('\n');
  }
}

function plainInline(inline: Inline): string {
  return inline.text;
}
