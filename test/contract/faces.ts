import { describe, expect, it } from 'vitest';
import type { Action, Block, Button, Reply } from '../../src/messages/reply.ts';
import { faceReplies } from './replies.ts';

/** A button as a person meets it. */
export interface ShownButton {
  readonly label: string;
  readonly action?: Action | null;
  readonly url?: string;
  readonly copy?: string;
  /** A box to tick: ticked or not. */
  readonly pressed?: boolean;
}

/** What a face made of one reply, in the order a person reads it. */
export interface Shown {
  /** All visible text, folded parts included. */
  readonly text: string;
  /** Text of the parts that are folded until opened. */
  readonly folded: readonly string[];
  /** Addresses of links in the text (buttons apart). */
  readonly links: readonly string[];
  /** In reading order, each once. */
  readonly buttons: readonly ShownButton[];
}

/** One face under the contract: shows a reply the way the product does. */
export interface Face {
  show(reply: Reply): Promise<Shown>;
}

/** What every face must do with every reply. Run it with a face: `facesContract('Telegram', () => face)`. */
export function facesContract(name: string, face: () => Face): void {
  describe(`${name} as a face`, () => {
    for (const { name: what, reply } of faceReplies) {
      describe(what, () => {
        it('shows all texts in order', async () => {
          const { text } = await face().show(reply);
          let rest = squeezed(text);
          for (const expected of textsOf(reply)) {
            const at = rest.indexOf(squeezed(expected));
            expect(at, `"${expected.slice(0, 60)}" in "${rest.slice(0, 200)}"`).toBeGreaterThanOrEqual(0);
            rest = rest.slice(at + squeezed(expected).length);
          }
        });

        it('folds quotes and nothing else', async () => {
          const { folded } = await face().show(reply);
          const quotes = reply.blocks.flatMap((block) => (block.type === 'quote' ? [block.text] : []));
          const all = squeezed(folded.join(''));
          for (const quote of quotes) expect(all).toContain(squeezed(quote));
          if (quotes.length === 0) expect(folded).toEqual([]);
        });

        it('links to what the reply links to, and nowhere else', async () => {
          const { links, buttons } = await face().show(reply);
          const shown = [...links, ...buttons.flatMap(({ url }) => (url === undefined ? [] : [url]))];
          const wanted = linksOf(reply);
          for (const link of wanted.all) expect(shown).toContain(link);
          for (const link of shown) expect([...wanted.all, ...wanted.allowed]).toContain(link);
        });

        it('has every button, in order, leading to the same place', async () => {
          const { buttons } = await face().show(reply);
          // Faces may add buttons of their own for contacts: they are told apart by what they do.
          const own = buttons.filter((button) => !isContactButton(button, reply));
          expect(own.map(target)).toEqual(reply.buttons.flat().map(target));
          expect(own.map(({ pressed }) => pressed)).toEqual(reply.buttons.flat().map(pressedOf));
          for (const [index, button] of reply.buttons.flat().entries()) {
            const label = own[index]?.label ?? '';
            const start = squeezed(label.replace(/…$/u, ''));
            expect(start).not.toBe('');
            expect(squeezed(button.label).startsWith(start), `"${label}" for "${button.label}"`).toBe(true);
          }
        });
      });
    }
  });
}

/** Texts a person must be able to read, in order. */
export function textsOf(reply: Reply): string[] {
  return reply.blocks.flatMap(blockTexts);
}

function blockTexts(block: Block): string[] {
  switch (block.type) {
    case 'heading':
    case 'note':
      return [block.text];
    case 'paragraph':
      return block.content.map(({ text }) => text);
    case 'list':
      return [...(block.title === undefined ? [] : [block.title]), ...block.items];
    case 'quote':
      return [block.title, block.text];
    case 'sources':
      return [block.title, ...block.items.map(({ line }) => line)];
    case 'table':
      return [block.title, ...block.rows.flatMap(({ label, cells }) => [label, ...cells])];
    case 'contact':
      return [block.name, ...block.lines];
  }
}

function linksOf(reply: Reply): { all: string[]; allowed: string[] } {
  const all: string[] = [];
  const allowed: string[] = [];
  for (const block of reply.blocks) {
    if (block.type === 'paragraph') {
      for (const inline of block.content) if (inline.type === 'link') all.push(inline.url);
    }
    if (block.type === 'sources') for (const { url } of block.items) if (url !== undefined) all.push(url);
    if (block.type === 'contact') {
      if (block.url !== undefined) all.push(block.url);
      if (block.map !== undefined) all.push(block.map);
      allowed.push(...block.phones.map((phone) => `tel:${phone.replace(/[^\d+]/gu, '')}`));
    }
  }
  for (const button of reply.buttons.flat()) if ('url' in button) all.push(button.url);
  return { all, allowed };
}

function isContactButton(button: ShownButton, reply: Reply): boolean {
  return reply.blocks.some(
    (block) =>
      block.type === 'contact' &&
      ((button.copy !== undefined && block.phones.includes(button.copy)) ||
        (button.url !== undefined && (button.url === block.map || button.url === block.url))),
  );
}

function target(button: Button | ShownButton): unknown {
  if ('action' in button && button.action !== undefined) return { action: button.action };
  if ('url' in button && button.url !== undefined) return { url: button.url };
  return { copy: 'copy' in button ? button.copy : undefined };
}

function pressedOf(button: Button): boolean | undefined {
  return 'action' in button ? button.pressed : undefined;
}

/** Texts compared without white space and without the marks that only keep direction. */
function squeezed(text: string): string {
  return text.replace(/[\s\u200e\u200f\u2066-\u2069]/gu, '');
}
