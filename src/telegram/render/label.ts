/** Units a label may have: what a phone shows of a button that takes a whole row. */
export const maxLabel = 60;

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A button's label, shortened at a word, or inside one word that is too long, with «…». Never empty: Telegram refuses that. */
export function shortLabel(label: string, max = maxLabel): string {
  const text = label.toWellFormed().replace(/\s+/gu, ' ').trim();
  if (text === '') return '…';
  if (text.length <= max) return text;
  let cut = '';
  for (const { segment } of characters.segment(text)) {
    if (cut.length + segment.length > max - 1) break;
    cut += segment;
  }
  const word = cut.lastIndexOf(' ');
  const kept = word >= max / 2 && text[cut.length] !== ' ' ? cut.slice(0, word) : cut;
  return `${kept.replace(/[\s,;:.…—–-]+$/u, '')}…`;
}
