import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reply } from '../../src/messages/build.ts';
import type { Block } from '../../src/messages/reply.ts';
import { shortLabel } from '../../src/telegram/render/label.ts';
import { renderReply } from '../../src/telegram/render/render.ts';
import { marked, plain, type RichText } from '../../src/telegram/render/rich-text.ts';
import { cutPoint, maxText, split } from '../../src/telegram/render/split.ts';
import { checkText } from '../support/bot-api/validate.ts';
import { texts } from '../support/texts.ts';

/** Pieces of text that are hard to cut: astral letters, joined emoji, combining marks, isolates, two directions. */
const awkward = fc.constantFrom(
  'Қоныс аудару. ',
  'قانداس مارتەبەسى ',
  '𐌰𐌱𐌲',
  '👨‍👩‍👧‍👦',
  '🇰🇿',
  'е\u0301',
  '\u2066egov.kz\u2069',
  '\n',
  '\n\n',
  ' ',
  'ұ',
  '؟ ',
  'ок! ',
);
const words = fc.array(awkward, { maxLength: 400, size: 'max' }).map((parts) => parts.join(''));
const longer = fc.tuple(words, fc.integer({ min: 1, max: 12 })).map(([text, times]) => text.repeat(times));

const block: fc.Arbitrary<Block> = fc.oneof(
  longer.map((text): Block => ({ type: 'heading', text: text.slice(0, 300).toWellFormed() })),
  fc
    .array(fc.tuple(fc.constantFrom('text' as const, 'strong' as const), words), { maxLength: 5 })
    .map(
      (inlines): Block => ({ type: 'paragraph', content: inlines.map(([type, text]) => ({ type, text })) }),
    ),
  longer.map(
    (text): Block => ({ type: 'quote', title: 'Ресми мәтін', text, lang: 'kk', dir: 'ltr', official: true }),
  ),
  fc
    .array(words, { maxLength: 30, size: 'max' })
    .map((items): Block => ({ type: 'list', ordered: true, items })),
);

const squeezed = (text: string): string => text.replace(/[\s\u200e\u200f]/gu, '');

/** Text with no place for a cut but between characters. */
const dense = fc
  .array(fc.constantFrom('𐌰𐌱𐌲', '👨‍👩‍👧‍👦', '🇰🇿', 'е\u0301', 'ұ'), {
    minLength: 60,
    maxLength: 400,
    size: 'max',
  })
  .map((parts) => parts.join(''));

describe('splitting', () => {
  it('makes only messages Telegram accepts, and loses no character', () => {
    void fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('kk', 'kk-Arab'),
        (blocks, locale) => {
          const messages = renderReply(reply(locale as 'kk', blocks), texts);
          for (const message of messages) {
            checkText({ ...message });
            expect(message.text).toBe(message.text.trim());
          }
          const shown = squeezed(messages.map(({ text }) => text).join(''));
          for (const one of blocks) {
            if (one.type === 'quote' || one.type === 'heading') expect(shown).toContain(squeezed(one.text));
          }
        },
      ),
      { numRuns: 60, seed: 20261121 },
    );
  });

  it('never cuts inside a character', () => {
    void fc.assert(
      fc.property(dense, fc.integer({ min: 40, max: 300 }), (text, room) => {
        const rich = plain(text);
        if (rich.text.length <= room) return;
        const at = cutPoint(rich, room);
        expect(at).toBeGreaterThan(0);
        expect(at).toBeLessThanOrEqual(room);
        const borders = new Set([...new Intl.Segmenter('und').segment(rich.text)].map(({ index }) => index));
        expect(borders.has(at)).toBe(true);
      }),
      { numRuns: 100, seed: 20261121 },
    );
  });

  it('keeps a mark on both sides of a cut', () => {
    const pieces = split([{ rich: marked('Сөйлем. '.repeat(700), { type: 'bold' }), opens: false }]);
    expect(pieces).toHaveLength(2);
    for (const { text, entities } of pieces)
      expect(entities).toEqual([{ type: 'bold', offset: 0, length: text.length }]);
  });

  const filled = (length: number): RichText => plain('а'.repeat(length));

  it('prefers to cut between sections', () => {
    const pieces = split([3000, 1000, 500].map((length) => ({ rich: filled(length), opens: false })));
    expect(pieces.map(({ text }) => text.length)).toEqual([4002, 500]);
  });

  it('does not leave a heading at the end of a message', () => {
    const pieces = split([
      { rich: filled(3000), opens: false },
      { rich: plain('Тақырып'), opens: true },
      { rich: filled(1500), opens: false },
    ]);
    expect(pieces[1]?.text.startsWith('Тақырып\n\n')).toBe(true);
  });

  it.each([
    ['paragraphs', `${'а'.repeat(3000)}\n\n${'б'.repeat(3000)}`, 3000],
    ['lines', `${'а'.repeat(3000)}\n${'б'.repeat(3000)}`, 3000],
    ['sentences', `${'а'.repeat(3000)}. ${'б '.repeat(1000)}`, 3001],
    ['Arabic-script sentences', `${'ا'.repeat(3000)}؟ ${'ب '.repeat(1000)}`, 3001],
    ['words', `${'а'.repeat(3000)} ${'б'.repeat(3000)}`, 3000],
  ])('cuts between %s', (_, text, first) => {
    expect(split([{ rich: plain(text), opens: false }])[0]?.text).toHaveLength(first);
  });

  it('ends even with a single character longer than a message', () => {
    const pieces = split([{ rich: plain(`е${'\u0301'.repeat(maxText * 2)}`), opens: false }]);
    expect(pieces.map(({ text }) => text.length).every((length) => length <= maxText)).toBe(true);
  });
});

describe('a label', () => {
  it('is shortened at a word', () => {
    expect(shortLabel('Қандас мәртебесін алу үшін қандай құжаттар керек', 30)).toBe(
      'Қандас мәртебесін алу үшін…',
    );
  });

  it('is never empty, too long or cut inside a character', () => {
    void fc.assert(
      fc.property(words, fc.integer({ min: 12, max: 64 }), (text, max) => {
        const label = shortLabel(text, max);
        expect(label.length).toBeGreaterThan(0);
        expect(label.length).toBeLessThanOrEqual(max);
        expect(label.isWellFormed()).toBe(true);
      }),
      { seed: 20261121 },
    );
  });
});
