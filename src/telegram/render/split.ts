import { join, type RichText, slice } from './rich-text.ts';

/** Telegram's limits of one message. */
export const maxText = 4096;
export const maxEntities = 100;

/** A text that should stand in one piece where possible. */
export interface Section {
  readonly rich: RichText;
  /** A heading: never left alone at the end of a piece. */
  readonly opens: boolean;
}

const separator = '\n\n';

/** A section too long for a message of its own begins in the current one only when at least this much of it fits there. */
const worthBeginning = 1500;

/**
 * Puts sections into as few messages as fit, in order. What does not fit is cut at sense: between sections, then
 * paragraphs, lines, sentences, words, and only then inside a word, never inside a character.
 */
export function split(sections: readonly Section[]): RichText[] {
  const pieces: RichText[] = [];
  let current: Section[] = [];
  const close = (): void => {
    const last = current.at(-1);
    const held = last?.opens === true && current.length > 1 ? [last] : [];
    const rich = joined(held.length > 0 ? current.slice(0, -1) : current);
    if (rich.text.trim() !== '') pieces.push(slice(rich, 0, rich.text.length));
    current = held;
  };
  for (const section of sections) {
    let rest = section.rich;
    while (rest.text.trim() !== '') {
      if (fits(joined([...current, { rich: rest, opens: section.opens }]))) {
        current.push({ rich: rest, opens: section.opens });
        break;
      }
      const used = joined(current);
      const room = maxText - used.text.length - separator.length;
      const short = fits(rest);
      if (current.length > 0 && (short || room < worthBeginning || used.entities.length > maxEntities / 2)) {
        const before = current.length;
        close();
        // A heading and the section it opens may together be too long: then the heading goes alone.
        if (
          current.length > 0 &&
          before > 0 &&
          short &&
          !fits(joined([...current, { rich: rest, opens: false }]))
        ) {
          pieces.push(joined(current));
          current = [];
        }
        continue;
      }
      const at = cutPoint(rest, current.length > 0 ? room : maxText, maxEntities - used.entities.length);
      current.push({ rich: slice(rest, 0, at), opens: false });
      rest = slice(rest, at, rest.text.length);
      close();
    }
  }
  const last = joined(current);
  if (last.text.trim() !== '') pieces.push(slice(last, 0, last.text.length));
  return pieces;
}

function joined(sections: readonly Section[]): RichText {
  return join(
    sections.map(({ rich }) => rich),
    separator,
  );
}

function fits(rich: RichText): boolean {
  return rich.text.length <= maxText && rich.entities.length <= maxEntities;
}

/** Where the words of a text may part, best first. */
const borders = [/\n\n+/gu, /\n/gu, /[.!?…؟۔](?=\s)/gu, /[;؛:](?=\s)/gu, /\s/gu];

/** The best place to cut within the first `room` units and `entities` entities; always above 0. */
export function cutPoint(rich: RichText, room: number, entities = maxEntities): number {
  const limit = Math.max(1, Math.min(room, rich.text.length, entityLimit(rich, entities)));
  // One unit more is looked at: a border may stand right behind the limit.
  const head = rich.text.slice(0, limit + 1);
  for (const border of borders) {
    let best = 0;
    for (const match of head.matchAll(border)) {
      const end = match.index + (match[0].trim() === '' ? 0 : match[0].length);
      if (end <= limit) best = Math.max(best, end);
    }
    // A border near the beginning would leave scraps of a message.
    if (best >= limit / 3) return best;
  }
  return characterBorder(rich.text, limit);
}

/** Units before the entity that would be one too many. */
function entityLimit({ entities, text }: RichText, allowed: number): number {
  if (entities.length <= allowed) return text.length;
  const starts = entities.map((entity) => entity.offset).sort((a, b) => a - b);
  return Math.max(1, starts[allowed] ?? text.length);
}

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The last border between characters at or before `limit`; inside one only when a single character is longer than that. */
function characterBorder(text: string, limit: number): number {
  if (limit >= text.length) return text.length;
  const from = wholeUnit(text, Math.max(0, limit - 128));
  let best = 0;
  for (const { index } of characters.segment(text.slice(from, limit + 128))) {
    if (index > 0 && from + index <= limit) best = from + index;
  }
  if (best > 0) return best;
  const whole = wholeUnit(text, limit);
  return whole > 0 ? whole : Math.min(2, text.length);
}

/** Moves back from inside a surrogate pair. */
function wholeUnit(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 0 ? at - 1 : at;
}
